-- Every draft counted from 1, so that the revision of one was also that of another.
UPDATE `drafts` SET `revision` = abs(random() % 140737488355328) + 1;
