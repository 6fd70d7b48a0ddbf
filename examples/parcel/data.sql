-- 다정마켓의 지어낸 주문. 날짜는 오늘에서 며칠 앞(-) 또는 뒤(+)인지로 적어 언제 열어도 그럴듯하다.
CREATE TABLE carriers (
    name TEXT PRIMARY KEY,
    answers INTEGER NOT NULL            -- 0: 조회 시스템이 대답하지 않는 배송사
);
CREATE TABLE orders (
    number TEXT PRIMARY KEY,
    item TEXT NOT NULL,
    total INTEGER NOT NULL,             -- 원
    status TEXT NOT NULL,
    promised INTEGER NOT NULL,          -- 처음 약속한 날, 오늘부터 며칠
    arrives INTEGER NOT NULL,           -- 도착 예정일 또는 도착한 날, 오늘부터 며칠
    place TEXT NOT NULL,
    carrier TEXT NOT NULL REFERENCES carriers (name),
    address TEXT
);
CREATE TABLE claims (
    receipt TEXT PRIMARY KEY,
    number TEXT NOT NULL REFERENCES orders (number),
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    opened INTEGER NOT NULL,            -- 접수한 날, 오늘부터 며칠
    answer_by INTEGER NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (number, kind)
);
-- 같은 일을 같은 열쇠로 두 번 시켜도 처음 답이 그대로 나오게 한다.
CREATE TABLE finished (key TEXT PRIMARY KEY, answer TEXT NOT NULL);

INSERT INTO carriers VALUES ('다람쥐택배', 1), ('노을택배', 1), ('두루미택배', 0);

INSERT INTO orders (number, item, total, status, promised, arrives, place, carrier) VALUES
    ('DJ20261101', '머그컵 두 개 세트', 32000, 'on_the_way', -2, 1, '대전 물류센터', '다람쥐택배'),
    ('DJ20261102', '원목 책상 램프', 58000, 'on_the_way', -4, 2, '옥천 물류센터', '노을택배'),
    ('DJ20261103', '겨울 솜이불', 89000, 'preparing', 3, 3, '다정마켓 창고', '다람쥐택배'),
    ('DJ20261104', '무선 주전자', 46000, 'delivered', -1, -1, '문 앞', '다람쥐택배'),
    ('DJ20261105', '면 잠옷', 39000, 'delivered', -20, -20, '택배함', '노을택배'),
    ('DJ20261106', '등산 양말 다섯 켤레', 18000, 'refund_requested', -8, -8, '문 앞', '다람쥐택배'),
    ('DJ20261107', '도자기 화분', 27000, 'on_the_way', -1, 1, '부산 물류센터', '두루미택배'),
    ('DJ20261108', '어린이 그림책 세트', 64000, 'on_the_way', 0, 0, '우리 동네 배송 터미널', '다람쥐택배'),
    ('DJ20261109', '접이식 우산', 15000, 'cancelled', -5, -5, '다정마켓 창고', '노을택배'),
    ('DJ20261110', '유리 화병', 41000, 'exchange_requested', -6, -6, '경비실', '노을택배'),
    ('DJ20261111', '니트 목도리', 35000, 'delivered', -3, -3, '경비실', '다람쥐택배'),
    ('DJ20261112', '스탠드 거울', 72000, 'refund_requested', -12, -12, '문 앞', '노을택배'),
    ('DJ20261113', '손난로', 22000, 'refunded', -15, -15, '문 앞', '다람쥐택배');

INSERT INTO claims (receipt, number, kind, status, opened, answer_by) VALUES
    ('R-0106', 'DJ20261106', '환불', 'working', -3, 2),
    ('R-0110', 'DJ20261110', '교환', 'working', -4, 1),
    ('R-0112', 'DJ20261112', '환불', 'working', -8, -2),
    ('R-0113', 'DJ20261113', '환불', 'done', -10, -5);
