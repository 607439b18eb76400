/**
 * What of an incident went out or lies beside it, as tables of its record: reports to those above,
 * announcements, evidence that was handed out, attached files. Names and words only where somebody
 * asked for them; a table that has nothing to say is not there.
 */
import type { BoardFile } from '../board/file-types.ts'
import type { BoardIncident } from '../board/types.ts'
import type { BulletinKind } from '../incident/record/bulletins.ts'
import { localized, type LocalizedText } from '../text.ts'
import { placeWords, TARGET_NAMES, WAY_NAMES } from '../timeline/announcements.ts'
import { BULLETIN_NAMES } from '../timeline/bulletins.ts'
import type { Table } from './document.ts'
import { author, cells, column, joined, titleFor } from './incident-tables.ts'

const EMPTY = localized('没有记录', 'Nothing is recorded')

/** What merged incidents had sent counts in the series: its words stand in their records. */
function sentReports({ bulletins = [], takenIn = [] }: BoardIncident) {
  const merged = takenIn.flatMap(({ number, sent = [] }) =>
    sent.map((report) => ({ ...report, from: number ?? '', to: null, signer: null, text: null })),
  )
  return [...merged, ...bulletins.map((report) => ({ ...report, from: null }))].toSorted(
    (a, b) => a.at - b.at,
  )
}

const nameOf = (kind: BulletinKind, from: string | null): LocalizedText => {
  const { zh, en } = BULLETIN_NAMES[kind]
  return from === null
    ? BULLETIN_NAMES[kind]
    : localized(`${zh}（${from}并入前）`, `${en} (${from}, before it was merged)`)
}

function bulletinTable(incident: BoardIncident, personal: boolean): Table {
  return {
    id: 'bulletins',
    title: localized('报送', 'Reports'),
    columns: [
      column('what', '报告', 'Report'),
      column('number', '第几报', 'No.', 'count'),
      column('at', '报出', 'Sent', 'instant'),
      column('by', '记录人', 'By'),
      ...(personal
        ? [
            column('to', '报送给', 'To'),
            column('signer', '签发人', 'Signed by'),
            column('text', '原文', 'Text'),
          ]
        : []),
    ],
    rows: sentReports(incident).map(({ kind, number, at, by, to, signer, text, from }) =>
      cells(nameOf(kind, from), number, at, author(by), ...(personal ? [to, signer, text] : [])),
    ),
    empty: EMPTY,
  }
}

function announcementTable({ announcements = [] }: BoardIncident, personal: boolean): Table {
  return {
    id: 'announcements',
    title: localized('公告', 'Announcements'),
    columns: [
      column('number', '公告', 'No.'),
      column('at', '拟稿', 'Composed', 'instant'),
      column('by', '拟稿人', 'By'),
      column('out', '发布', 'Out', 'instant'),
      column('checked', '审核人', 'Checked by'),
      column('where', '发到', 'Sent to'),
      column('ended', '撤下', 'Ended', 'instant'),
      ...(personal ? [column('text', '内容', 'Text')] : []),
    ],
    rows: announcements.map(({ id, at, by, outAt, checked, sent, tries = [], ended, over, text }) =>
      cells(
        id.slice(1),
        at,
        author(by),
        outAt,
        checked && author(checked.by),
        joined([
          ...sent.map(({ target }) => TARGET_NAMES[target]),
          ...tries.filter(({ failed }) => !failed).map(({ place }) => placeWords(place)),
        ]),
        ended?.at ?? over?.at ?? null,
        ...(personal ? [text] : []),
      ),
    ),
    empty: EMPTY,
  }
}

/** Where each went when by whom, what failed, and when its text was printed or copied. */
function announcedTable({ announcements = [] }: BoardIncident, personal: boolean): Table {
  type Act = { number: string; what: LocalizedText; at: number; by: string; reason: string | null }
  const acts = announcements.flatMap(({ id, sent, tries = [], taken = [] }): Act[] => {
    const number = id.slice(1)
    return [
      ...sent.map(({ target, at, by }) => ({
        ...{ number, what: went(TARGET_NAMES[target], false), at, by, reason: null },
      })),
      ...tries.map(({ place, failed, at, by, reason }) => ({
        ...{ number, what: went(placeWords(place), failed), at, by, reason },
      })),
      ...taken.map(({ way, at, by }) => ({ number, what: WAY_NAMES[way], at, by, reason: null })),
    ].sort((a, b) => a.at - b.at)
  })
  return {
    id: 'announced',
    title: localized('公告去向', 'Where announcements went'),
    columns: [
      column('number', '公告', 'No.'),
      column('what', '去向', 'What'),
      column('at', '时间', 'At', 'instant'),
      column('by', '记录人', 'By'),
      ...(personal ? [column('reason', '没发成的原因', 'Why not')] : []),
    ],
    rows: acts.map(({ number, what, at, by, reason }) =>
      cells(number, what, at, author(by), ...(personal ? [reason] : [])),
    ),
    empty: EMPTY,
  }
}

const went = ({ zh, en }: LocalizedText, failed: boolean): LocalizedText =>
  failed
    ? localized(`没能发到${zh}`, `Did not go out: ${en}`)
    : localized(`已发到${zh}`, `Sent: ${en}`)

/** Reports and announcements; none of them: no table. */
export const toldTables = (incident: BoardIncident, personal: boolean): readonly Table[] => [
  ...(sentReports(incident).length > 0 ? [bulletinTable(incident, personal)] : []),
  ...(incident.announcements?.length
    ? [announcementTable(incident, personal), announcedTable(incident, personal)]
    : []),
]

function releasedTable({ evidence }: BoardIncident, personal: boolean): Table {
  return {
    id: 'released',
    title: localized('移出的证据', 'Evidence handed out'),
    columns: [
      column('id', '证据序号', 'Evidence no.'),
      column('at', '移出', 'Handed out', 'instant'),
      column('by', '经手人', 'By'),
      ...(personal ? [column('to', '交给', 'To'), column('reason', '原因', 'Why')] : []),
    ],
    rows: evidence.flatMap(({ id, released }) =>
      released
        ? [
            cells(
              id,
              released.at,
              author(released.by),
              ...(personal ? [released.to, released.reason] : []),
            ),
          ]
        : [],
    ),
    empty: EMPTY,
  }
}

/** The evidence that it shows, else the step that it belongs to. */
function attachedTo(
  { stepId, evidenceId }: BoardFile,
  { steps }: Pick<BoardIncident, 'steps'>,
  personal: boolean,
): LocalizedText | null {
  return evidenceId === undefined
    ? titleFor(steps, stepId, personal)
    : localized(`证据${evidenceId}`, `Evidence ${evidenceId}`)
}

/** The digest of each, so that paper proves which file was meant. */
function fileTable({ files = [], steps }: BoardIncident, personal: boolean): Table {
  return {
    id: 'files',
    title: localized('附件', 'Attached files'),
    columns: [
      column('id', '序号', 'No.'),
      ...(personal ? [column('name', '名称', 'Name')] : []),
      column('format', '格式', 'Format'),
      column('bytes', '字节', 'Bytes', 'count'),
      column('step', '步骤或证据', 'Step or evidence'),
      column('at', '附上', 'Attached', 'instant'),
      column('by', '附上的人', 'By'),
      column('withdrawn', '撤下', 'Withdrawn', 'instant'),
      column('digest', '校验值（SHA-256）', 'SHA-256'),
    ],
    rows: files.map((file) =>
      cells(
        file.id,
        ...(personal ? [file.name] : []),
        file.format,
        file.bytes,
        attachedTo(file, { steps }, personal),
        file.at,
        author(file.by),
        file.withdrawn?.at ?? null,
        file.fileId,
      ),
    ),
    empty: EMPTY,
  }
}

/** Evidence that was handed out, and files; none of them: no table. */
export const besideTables = (incident: BoardIncident, personal: boolean): readonly Table[] => [
  ...(incident.evidence.some(({ released }) => released)
    ? [releasedTable(incident, personal)]
    : []),
  ...(incident.files?.length ? [fileTable(incident, personal)] : []),
]
