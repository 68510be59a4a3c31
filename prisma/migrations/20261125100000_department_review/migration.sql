-- By itself: a new value of an enum is not used in the transaction that adds it.
ALTER TYPE "Status" ADD VALUE 'department_review' BEFORE 'closed';
