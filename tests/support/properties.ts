import fc from 'fast-check';

// Below a test's own time: what fails is told with what it was found by, and not as a test that takes
// too long while a smaller example is looked for.
fc.configureGlobal({ interruptAfterTimeLimit: 45_000, markInterruptAsFailure: true });
