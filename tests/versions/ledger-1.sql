BEGIN TRANSACTION;
CREATE TABLE counters (
	prefix VARCHAR(120) NOT NULL, 
	last INTEGER NOT NULL, 
	PRIMARY KEY (prefix)
);
CREATE TABLE history (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	"by" TEXT NOT NULL, 
	action VARCHAR(20) NOT NULL, 
	"before" VARCHAR(8) NOT NULL, 
	"after" VARCHAR(8) NOT NULL, 
	note TEXT NOT NULL, 
	fields TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(item_id) REFERENCES items (id)
);
INSERT INTO "history" VALUES(1,1,'2026-11-02 08:30:00','张三','列单','','列单','导入 清单.xlsx','{}');
INSERT INTO "history" VALUES(2,1,'2026-11-03 10:00:00.000000','张三','交单','列单','交单','','{"state": [null, "交单"]}');
CREATE TABLE imports (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	"by" TEXT NOT NULL, 
	file TEXT NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	added INTEGER NOT NULL, 
	known INTEGER NOT NULL, 
	updated INTEGER NOT NULL, 
	refused INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "imports" VALUES(1,'2026-11-02 08:30:00.000000','张三','清单.xlsx','0000000000000000000000000000000000000000000000000000000000000000',1,0,0,0);
CREATE TABLE items (
	id INTEGER NOT NULL, 
	hazard_no VARCHAR(120) NOT NULL, 
	identity VARCHAR(80) NOT NULL, 
	content VARCHAR(80) NOT NULL, 
	kind VARCHAR(8) NOT NULL, 
	state VARCHAR(8) NOT NULL, 
	version INTEGER NOT NULL, 
	region TEXT NOT NULL, 
	field TEXT NOT NULL, 
	entity TEXT NOT NULL, 
	level VARCHAR(8) NOT NULL, 
	resp_unit TEXT NOT NULL, 
	resp_person TEXT NOT NULL, 
	found_on DATE, 
	due DATE, 
	due_rank DATE NOT NULL, 
	done_on DATE, 
	closed_on DATE, 
	description TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (hazard_no)
);
INSERT INTO "items" VALUES(1,'DJ-1','dbb19e587a5be9f88d017116202905a789ea5c6b','d317a3bd0de257f338365955592cb2d1de2e82ff','隐患','交单',2,'青川县','矿山','某矿业有限公司','一般','某矿业有限公司','王某','2026-10-26','2026-11-29','2026-11-29',NULL,NULL,'排洪涵洞淤堵约三分之一');
CREATE TABLE meta (
	"key" VARCHAR(40) NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('version','1');
CREATE TABLE records (
	item_id INTEGER NOT NULL, 
	data TEXT NOT NULL, 
	PRIMARY KEY (item_id), 
	FOREIGN KEY(item_id) REFERENCES items (id)
);
INSERT INTO "records" VALUES(1,'{"hazard_no":"DJ-1","state":"交单","region":"青川县","field":"矿山","entity":"某矿业有限公司","location":"3号库","description":"排洪涵洞淤堵约三分之一","found_on":"2026-10-26","measures":"清淤并加固涵洞","resp_unit":"某矿业有限公司","resp_person":"王某","funds":"12.5","due":"2026-11-29","emergency_plan":"现场处置方案"}');
CREATE TABLE searches (
	item_id INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (item_id), 
	FOREIGN KEY(item_id) REFERENCES items (id)
);
INSERT INTO "searches" VALUES(1,'dj-1
某矿业有限公司

排洪涵洞淤堵约三分之一
王某');
CREATE INDEX items_state ON items (state, due_rank, id);
CREATE INDEX items_due ON items (due_rank, id);
CREATE INDEX items_region ON items (region, field, state, due_rank, id);
CREATE INDEX items_content ON items (content);
CREATE INDEX items_owner ON items (resp_unit, state, due_rank, id);
CREATE INDEX items_field ON items (field, state, due_rank, id);
CREATE INDEX items_identity ON items (identity);
CREATE INDEX ix_history_item_id ON history (item_id);
CREATE TRIGGER history_no_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'tongzhi: rows are kept'); END;
CREATE TRIGGER items_no_delete BEFORE DELETE ON items BEGIN SELECT RAISE(ABORT, 'tongzhi: rows are kept'); END;
CREATE TRIGGER records_no_delete BEFORE DELETE ON records BEGIN SELECT RAISE(ABORT, 'tongzhi: rows are kept'); END;
CREATE TRIGGER searches_no_delete BEFORE DELETE ON searches BEGIN SELECT RAISE(ABORT, 'tongzhi: rows are kept'); END;
CREATE TRIGGER imports_no_delete BEFORE DELETE ON imports BEGIN SELECT RAISE(ABORT, 'tongzhi: rows are kept'); END;
CREATE TRIGGER history_no_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'tongzhi: rows are kept'); END;
CREATE TRIGGER imports_no_update BEFORE UPDATE ON imports BEGIN SELECT RAISE(ABORT, 'tongzhi: rows are kept'); END;
COMMIT;
