/**
 * Who called about an incident, and what was merged into it or where it went, as tables of its
 * record. Names and words only where somebody asked for them.
 */
import type { BoardIncident } from '../board/types.ts'
import { PURGED } from '../sealed.ts'
import { localized } from '../text.ts'
import type { Table } from './document.ts'
import { cells, column } from './incident-tables.ts'

const EMPTY = localized('没有记录', 'Nothing is recorded')

function callersTable(
  { callers = [], receivedAt, channel, reporter, narrative }: BoardIncident,
  personal: boolean,
): Table {
  const personalCells = (who: string | null, words: string | null) =>
    personal ? [who, words ?? PURGED] : []
  return {
    id: 'callers',
    title: localized('来电', 'Callers'),
    columns: [
      column('nth', '序号', 'No.', 'count'),
      column('at', '时间', 'Time', 'instant'),
      column('channel', '渠道', 'Channel'),
      ...(personal ? [column('who', '来电人', 'Caller'), column('words', '原话', 'Words')] : []),
      column('parted', '另立事件', 'Filed apart as'),
    ],
    rows: [
      cells(1, receivedAt, channel, ...personalCells(reporter, narrative), null),
      ...callers.map((caller) =>
        cells(
          caller.nth,
          caller.at,
          caller.channel,
          ...personalCells(caller.reporter, caller.words),
          caller.parted && (caller.parted.number ?? localized('是', 'yes')),
        ),
      ),
    ],
    empty: EMPTY,
  }
}

const mergedTable = ({ takenIn = [], mergedInto }: BoardIncident): Table => ({
  id: 'merged',
  title: localized('并入', 'Merged'),
  columns: [
    column('what', '事项', 'What'),
    column('number', '编号', 'Number'),
    column('at', '时间', 'Time', 'instant'),
  ],
  rows: [
    ...takenIn.map(({ number, at }) =>
      cells(localized('并入本事件', 'Merged into this one'), number, at),
    ),
    ...(mergedInto
      ? [cells(localized('并入其他事件', 'Merged into'), mergedInto.number, mergedInto.at)]
      : []),
  ],
  empty: EMPTY,
})

/** None where one alone has called and nothing was merged. */
export const callerTables = (incident: BoardIncident, personal: boolean): readonly Table[] => [
  ...(incident.callers ? [callersTable(incident, personal)] : []),
  ...(incident.takenIn || incident.mergedInto ? [mergedTable(incident)] : []),
]
