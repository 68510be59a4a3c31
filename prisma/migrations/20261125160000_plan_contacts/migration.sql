-- How a plan takes disputes: whom to call, and within how many days of its determination.
ALTER TABLE mco ADD COLUMN dispute_phone text;
ALTER TABLE mco ADD COLUMN dispute_window_days integer CHECK (dispute_window_days BETWEEN 1 AND 1000);
