/** The words of the history pages in English. */
import type { HistoryWords } from './history.zh.ts'

export const historyEn: HistoryWords = {
  join: ', ', title: 'History', again: 'Read again',
  list: {
    total: '{count} in all', search: 'Search the history', searchHint: 'Place, plan, type or words said; pinyin or initials', said: 'in the words said', noPlan: 'No plan', imported: { counted: 'Imported', withdrawn: 'Import withdrawn' },
    when: 'Time', level: 'Level', what: 'Place and type', plans: 'Plans', state: 'State', late: 'Late', more: 'Read earlier ones',
    empty: 'No incident yet. Once reported, incidents and exercises are listed here.', import: 'Import past ones',
    none: 'Nothing found. Type less, or widen the dates and filters;', all: 'show all',
  },
  filter: {
    title: 'Filters', from: 'From', to: 'To', type: 'Type', level: 'Level', state: 'State', drill: 'Real or exercise', any: 'Any', all: 'All', noType: 'No type', whole: '{name} (all of it)',
    running: 'Going on', over: 'Over', both: 'Both', real: 'Real only', drills: 'Exercises only', clear: 'Clear filters',
  },
  record: {
    title: 'Incident record', now: 'Handle it on Now', replay: 'Replay', print: 'Print', withWords: 'Print and export personal information', reported: 'reported', took: 'took {elapsed}', running: 'still going on', overview: 'Overview', noPlan: 'No plan was activated, so there are no steps',
  },
  replay: {
    title: 'Replay', mark: '回放 REPLAY', watermark: 'REPLAY 回放 REPLAY', controls: 'Controls of the replay', previous: 'Previous', next: 'Next', play: 'Play', pause: 'Pause', space: 'Space', speed: 'Speed', place: 'Where the replay stands', moment: 'Moment {at} of {of}',
    says: 'This is over: it is played again from the record, for teaching. It makes no sound, records nothing, and holds no words or names of callers. Real alarms stand above as always.', wall: 'Play on a wall', alert: 'Alert', unacknowledged: 'not acknowledged',
  },
}
