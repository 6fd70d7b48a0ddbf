-- Invented cards of Maeum Bank. Days count from today: -2 is the day before yesterday, 3 is in three days.
CREATE TABLE cards (
    last_four TEXT PRIMARY KEY,
    status TEXT NOT NULL,               -- active, blocked, expired or held
    card_limit INTEGER NOT NULL,        -- cents
    used INTEGER NOT NULL,
    due INTEGER NOT NULL,               -- day
    pin_blocked INTEGER NOT NULL DEFAULT 0,
    new_card_promised INTEGER,          -- day the new card was to arrive; NULL when none is on its way
    new_card_arrives INTEGER,
    answers INTEGER NOT NULL DEFAULT 1  -- 0: the system of this card does not answer
);
CREATE TABLE declined (
    last_four TEXT PRIMARY KEY REFERENCES cards (last_four),
    merchant TEXT NOT NULL,
    amount INTEGER NOT NULL,
    day INTEGER NOT NULL,
    reason TEXT NOT NULL                -- over_limit, expired, wrong_pin or security_hold
);
CREATE TABLE charges (
    last_four TEXT NOT NULL REFERENCES cards (last_four),
    merchant TEXT NOT NULL,
    amount INTEGER NOT NULL,
    day INTEGER NOT NULL,
    pending INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE fees (
    last_four TEXT PRIMARY KEY REFERENCES cards (last_four),
    kind TEXT NOT NULL,
    amount INTEGER NOT NULL,
    day INTEGER NOT NULL,
    can_waive INTEGER NOT NULL,
    waived INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE disputes (
    receipt TEXT PRIMARY KEY,
    last_four TEXT NOT NULL REFERENCES cards (last_four),
    merchant TEXT NOT NULL,
    amount INTEGER NOT NULL,
    status TEXT NOT NULL,
    opened INTEGER NOT NULL,
    answer_by INTEGER NOT NULL,
    UNIQUE (last_four, amount)
);
-- What was done under a key once is answered the same way again.
CREATE TABLE finished (key TEXT PRIMARY KEY, answer TEXT NOT NULL);

INSERT INTO cards (last_four, status, card_limit, used, due, pin_blocked, new_card_promised, new_card_arrives, answers) VALUES
    ('4821', 'active', 200000, 64000, 12, 0, NULL, NULL, 1),
    ('7730', 'active', 150000, 148000, 6, 0, NULL, NULL, 1),
    ('1095', 'expired', 100000, 0, 12, 0, 2, 2, 1),
    ('6614', 'held', 300000, 41000, 9, 0, NULL, NULL, 1),
    ('3308', 'blocked', 100000, 12500, 12, 0, 3, 3, 1),
    ('2256', 'active', 120000, 8850, 12, 0, NULL, NULL, 1),
    ('5583', 'active', 80000, 0, 12, 1, -5, 4, 1),
    ('9047', 'active', 100000, 0, 12, 0, NULL, NULL, 0),
    ('6071', 'active', 250000, 31000, 12, 0, NULL, NULL, 1);

INSERT INTO declined VALUES
    ('7730', 'Corner Grocery', 4275, -1, 'over_limit'),
    ('1095', 'Bluebird Cinema', 1800, -1, 'expired'),
    ('6614', 'Harbor Electronics', 31000, 0, 'security_hold'),
    ('5583', 'Oak Street Bakery', 960, -1, 'wrong_pin');

INSERT INTO charges VALUES
    ('4821', 'Nimbus Stream', 1499, -3, 0),
    ('4821', 'Blue Door Books', 4210, -2, 0),
    ('4821', 'Quick Tickets', 8800, -1, 1),
    ('6071', 'Pixel Arcade', 5999, -6, 0),
    ('2256', 'Quick Tickets', 8850, -12, 0);

INSERT INTO fees (last_four, kind, amount, day, can_waive) VALUES
    ('4821', 'late payment fee', 2500, -5, 1),
    ('7730', 'over limit fee', 3500, -4, 0);

INSERT INTO disputes VALUES
    ('D-0256', '2256', 'Quick Tickets', 8850, 'working', -9, -1),
    ('D-0271', '6071', 'Pixel Arcade', 5999, 'working', -2, 8);
