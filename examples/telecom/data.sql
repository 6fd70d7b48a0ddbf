-- 다정텔레콤의 지어낸 가입자. 날짜는 오늘에서 며칠 앞(-) 또는 뒤(+)인지로 적는다. 010-0000은 주어지지 않는 국번이다.
CREATE TABLE customers (
    phone TEXT PRIMARY KEY,             -- 숫자만
    answers INTEGER NOT NULL DEFAULT 1, -- 0: 조회 시스템이 대답하지 않는 번호
    payments_blocked INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE plans (code TEXT PRIMARY KEY, name TEXT NOT NULL, fee INTEGER NOT NULL, data INTEGER NOT NULL);
CREATE TABLE contracts (
    phone TEXT PRIMARY KEY REFERENCES customers (phone),
    plan TEXT NOT NULL REFERENCES plans (code),
    next_plan TEXT REFERENCES plans (code),
    data_left REAL NOT NULL,            -- GB
    renews INTEGER NOT NULL,            -- 다음 달이 시작하는 날, 오늘부터 며칠
    contract_ends INTEGER,              -- 약정이 끝나는 날; NULL이면 약정 없음
    leaving_fee INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE lines (
    phone TEXT PRIMARY KEY REFERENCES customers (phone),
    area TEXT NOT NULL,
    state TEXT NOT NULL,
    speed INTEGER NOT NULL,             -- Mbps
    promised INTEGER NOT NULL,
    after_restart INTEGER NOT NULL,     -- 모뎀을 다시 켠 뒤의 속도
    fixed_by TEXT NOT NULL DEFAULT ''
);
CREATE TABLE bills (
    phone TEXT PRIMARY KEY REFERENCES customers (phone),
    total INTEGER NOT NULL,             -- 원
    last_total INTEGER NOT NULL,
    cause TEXT NOT NULL,
    cause_amount INTEGER NOT NULL,
    cause_name TEXT NOT NULL,
    due INTEGER NOT NULL,
    paid INTEGER NOT NULL
);
CREATE TABLE visits (
    receipt TEXT PRIMARY KEY,
    phone TEXT NOT NULL REFERENCES customers (phone),
    kind TEXT NOT NULL,                 -- repair 또는 move
    day TEXT NOT NULL,
    time TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    UNIQUE (phone, kind, day)
);
CREATE TABLE cases (
    receipt TEXT PRIMARY KEY,
    phone TEXT NOT NULL REFERENCES customers (phone),
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    opened INTEGER NOT NULL,
    answer_by INTEGER NOT NULL
);
CREATE TABLE finished (key TEXT PRIMARY KEY, answer TEXT NOT NULL);

INSERT INTO customers (phone, answers) VALUES
    ('01000001001', 1), ('01000001002', 1), ('01000001003', 1), ('01000001004', 1),
    ('01000001005', 1), ('01000001006', 0), ('01000001007', 1), ('01000001008', 1);

INSERT INTO plans VALUES
    ('light', '가볍게 5GB', 33000, 5), ('plenty', '넉넉히 50GB', 55000, 50), ('unlimited', '끝없이', 69000, 1000);

INSERT INTO contracts (phone, plan, data_left, renews, contract_ends, leaving_fee) VALUES
    ('01000001001', 'plenty', 21.5, 8, 210, 48000),
    ('01000001002', 'unlimited', 1000, 8, NULL, 0),
    ('01000001003', 'plenty', 3.2, 8, 95, 26000),
    ('01000001004', 'light', 0, 8, NULL, 0),
    ('01000001005', 'plenty', 12, 8, 320, 91000),
    ('01000001006', 'light', 2, 8, NULL, 0),
    ('01000001007', 'unlimited', 1000, 8, 40, 15000),
    ('01000001008', 'plenty', 30, 8, NULL, 0);

INSERT INTO lines VALUES
    ('01000001001', '연남동', 'slow', 12, 500, 480, ''),
    ('01000001002', '성수동', 'outage', 0, 500, 0, '오늘 오후 6시'),
    ('01000001003', '수유동', 'fine', 495, 500, 495, ''),
    ('01000001004', '신림동', 'slow', 9, 100, 11, ''),
    ('01000001005', '목동', 'fine', 930, 1000, 930, ''),
    ('01000001006', '혜화동', 'fine', 100, 100, 100, ''),
    ('01000001007', '사당동', 'slow', 40, 500, 45, ''),
    ('01000001008', '망원동', 'fine', 480, 500, 480, '');

INSERT INTO bills VALUES
    ('01000001001', 61000, 61000, 'none', 0, '', 5, 0),
    ('01000001002', 74000, 69000, 'data', 5000, '추가 데이터', 5, 0),
    ('01000001003', 92300, 61000, 'small_payments', 29900, '별빛게임', 5, 0),
    ('01000001004', 33000, 33000, 'none', 0, '', -3, 1),
    ('01000001005', 143000, 58000, 'roaming', 85000, '해외 로밍', 5, 0),
    ('01000001006', 33000, 33000, 'none', 0, '', 5, 0),
    ('01000001007', 84000, 69000, 'discount_ended', 15000, '첫해 약속', 5, 0),
    ('01000001008', 55000, 55000, 'none', 0, '', 5, 0);

INSERT INTO cases VALUES
    ('C-0307', '01000001007', '속도 점검', 'working', -6, -1),
    ('C-0308', '01000001001', '모뎀 교체', 'working', -1, 2),
    ('C-0309', '01000001008', '요금 조정', 'done', -9, -4);
