-- A mail that is not sent: what it was about has gone before.
ALTER TYPE "NoticeState" ADD VALUE 'cancelled';
