-- A member on a day of service, by which the same care in two complaints is noticed.
ALTER TYPE "IndexKind" ADD VALUE 'member_service';
