/** Of this process: the pipeline that is watched is loaded once for all its files. */
export const faults: string[] = [];
