/**
 * The tables of the record, as steps from one schema to the next. A step that was ever released is
 * never edited: a change is a new step.
 */

/**
 * The rules by which rows are folded. One more, together with a step that names it in
 * \`incident_old\`, when what a row holds is changed.
 */
export const FOLDED = 2

/** Step n brings a record from `user_version` n to n + 1. */
export const SCHEMA_STEPS: readonly string[] = [
  `
  CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    at INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    command_id TEXT,
    body TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (stream, version)
  ) STRICT;

  CREATE TABLE command (
    id TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    salt TEXT NOT NULL,
    position INTEGER NOT NULL,
    reply TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE personal (
    sealed TEXT PRIMARY KEY,
    salt TEXT NOT NULL,
    value TEXT NOT NULL,
    stream TEXT NOT NULL,
    seq INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE incident_row (
    id TEXT PRIMARY KEY,
    on_board INTEGER NOT NULL,
    month TEXT NOT NULL,
    over_at INTEGER,
    counted INTEGER NOT NULL,
    drill INTEGER NOT NULL,
    fact TEXT NOT NULL, -- before the long one, so that a report need not read past it
    incident TEXT NOT NULL
  ) STRICT;
  CREATE INDEX incident_on_board ON incident_row (id) WHERE on_board = 1;
  CREATE INDEX incident_month ON incident_row (month, id);
  CREATE INDEX incident_over ON incident_row (over_at) WHERE counted = 1 AND drill = 0;

  CREATE TABLE kept (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE anchor (
    seq INTEGER PRIMARY KEY,
    hash TEXT NOT NULL
  ) STRICT;

  CREATE TRIGGER event_gapless BEFORE INSERT ON event
    WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
      OR NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM event WHERE stream = NEW.stream)
    BEGIN SELECT RAISE(ABORT, 'event: only the next one may be added'); END;
  CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'event: nothing is changed'); END;
  CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'event: nothing is deleted'); END;
  CREATE TRIGGER command_no_update BEFORE UPDATE ON command BEGIN SELECT RAISE(ABORT, 'command: nothing is changed'); END;
  CREATE TRIGGER command_no_delete BEFORE DELETE ON command BEGIN SELECT RAISE(ABORT, 'command: nothing is deleted'); END;
  CREATE TRIGGER personal_no_update BEFORE UPDATE ON personal BEGIN SELECT RAISE(ABORT, 'personal: nothing is changed'); END;
  CREATE TRIGGER incident_no_delete BEFORE DELETE ON incident_row BEGIN SELECT RAISE(ABORT, 'incident_row: nothing is deleted'); END;
  CREATE TRIGGER kept_no_delete BEFORE DELETE ON kept BEGIN SELECT RAISE(ABORT, 'kept: nothing is deleted'); END;
  CREATE TRIGGER anchor_no_update BEFORE UPDATE ON anchor BEGIN SELECT RAISE(ABORT, 'anchor: nothing is changed'); END;
  CREATE TRIGGER anchor_no_delete BEFORE DELETE ON anchor BEGIN SELECT RAISE(ABORT, 'anchor: nothing is deleted'); END;
  `,
  // Deadlines of incidents that have left the board, as JSON: read at the start without the
  // incidents.
  `
  ALTER TABLE incident_row ADD COLUMN pending TEXT NOT NULL DEFAULT '[]';
  CREATE INDEX incident_pending ON incident_row (id) WHERE pending <> '[]';
  `,
  // What figures and searches are read from, narrow and apart from the long rows. Rows of an older
  // program have nothing here until they are folded again.
  `
  ALTER TABLE incident_row ADD COLUMN folded INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX incident_old ON incident_row (id) WHERE folded < 1;

  CREATE TABLE month_tally (
    month TEXT PRIMARY KEY,
    tally TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE history (
    id TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    drill INTEGER NOT NULL,
    type TEXT,
    level INTEGER,
    state TEXT NOT NULL,
    plain TEXT NOT NULL DEFAULT '',
    plain_sounds TEXT NOT NULL DEFAULT '',
    plain_initials TEXT NOT NULL DEFAULT '',
    said TEXT NOT NULL DEFAULT '', -- personal, as the next two
    said_sounds TEXT NOT NULL DEFAULT '',
    said_initials TEXT NOT NULL DEFAULT ''
  ) STRICT;
  CREATE INDEX history_at ON history (at, id);

  CREATE TRIGGER history_no_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history: nothing is deleted'); END;
  CREATE TRIGGER history_forgets AFTER DELETE ON personal WHEN OLD.stream LIKE 'incident.%'
    BEGIN UPDATE history SET said = '', said_sounds = '', said_initials = '' WHERE id = substr(OLD.stream, 10); END;
  `,
  // Limits that no source sets count apart: every row is folded again, and until then its month is
  // counted from the rows.
  `
  DROP INDEX incident_old;
  CREATE INDEX incident_old ON incident_row (id) WHERE folded < 2;
  DELETE FROM month_tally;
  `,
  // The name of whoever acted is bound by its digest with this; null: as it stands, as it was.
  `
  ALTER TABLE event ADD COLUMN salt TEXT;
  `,
]
