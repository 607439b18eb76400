/** The words of the statistics page in English; they are loaded with it. */
import type { StatisticsWords } from './statistics.zh.ts'

export const statisticsEn: StatisticsWords = {
  again: 'Count again', countingFor: 'Counting for {seconds} s', asOf: 'as of {at}', stopped: 'no contact: no longer renewed', stale: 'Not renewed: {why}',
  print: 'Print', monthly: 'Monthly report', none: 'none', total: 'Total', showAll: 'All {count}', showLess: 'First {count} only',
  period: {
    kinds: 'Period', month: 'Month', quarter: 'Quarter', year: 'Year', range: 'Dates', pickMonth: 'Choose a month', pickQuarter: 'Choose a quarter', pickYear: 'Choose a year', pickRange: 'Choose dates', from: 'First day', to: 'Last day', separator: 'to',
    previous: 'Period before: {name}', next: 'Period after: {name}',
  },
  filter: {
    title: 'Filter', site: 'Site', siteSays: 'one station is one site', kind: 'Category and type', level: 'Response level', place: 'Place', all: 'All', anyPlace: 'All places', noPlace: 'No such place', realOrDrill: 'Real or drills',
    real: 'Real incidents', drills: 'Drills', set: 'Filtered', clear: 'Clear filters', drillsOnly: 'Drills only: every figure below is of drills, none of real incidents',
  },
  empty: { period: 'No incident in this period.', filtered: 'No incident of this period passes the filters.', future: 'This period has not begun.' },
  five: { incidents: 'Incidents', met: 'Limits met', late: 'Late', first: 'First reports on time', drills: 'Drills', cases: '', times: '', noneDue: 'no limit came due', explained: 'explained: {count}', reports: 'follow-up {followUp}, final {final}', apart: 'in none of the others' },
  compare: { previous: 'Prev.', lastYear: 'Last yr', year: 'Year', now: 'Period', points: ' pt', small: 'On a base under ten the difference comes first, per cent in brackets' },
  code: { category: 'Not classified', type: 'No type', legal: 'None of them', level: 'Ungraded', severity: 'Not judged', channel: 'Not recorded', place: 'Not recorded' },
  legal: { naturalDisaster: 'Natural disaster', accidentDisaster: 'Accident disaster', publicHealth: 'Public health', socialSecurity: 'Public security' },
  box: {
    category: 'Category and response level', categoryName: 'Category', type: 'Type', legal: 'Category by law', trend: '13 months', trendSays: 'this period stands out', hours: 'Weekday and hour', hoursSays: 'height: incidents', place: 'Place', channel: 'Channel', severity: 'Severity', casualties: 'Casualties and loss', answers: 'Cause and origin',
    times: 'Times', clauses: 'Limits by clause', late: 'Late limits', alerts: 'Alerts', reports: 'Reports', evidence: 'Evidence, false, imported', drills: 'Drills', falseReports: 'False reports', imported: 'Imported', loss: 'Direct economic loss (CNY)',
  },
  noAnswers: 'No question of this kind was answered', noLimits: 'No limit came due', noLate: 'Nothing was late', noAlerts: 'No alert was raised', noData: 'Nothing recorded',
  times: { mean: 'Mean', median: 'Median', p90: 'P90', n: 'n', verify: 'Verify', activate: 'Activate', firstStep: 'First step', contain: 'Contain', lift: 'Lift', close: 'Close' },
  clause: { clause: 'Clause', says: 'Asks for', plan: 'Plan', due: 'Due', met: 'Met', late: 'Late', share: 'Met, %' },
  late: { at: 'Due', incident: 'Incident', step: 'Step', clause: 'Clause', limit: 'Limit', over: 'Over', owner: 'Owner', reason: 'Reason', running: 'still open', unexplained: 'no reason given', more: '{count} more', shown: 'The latest {shown} of {count}' },
  alert: {
    raised: 'Raised', acknowledged: 'Acknowledged', s60: 'within 60 s', s120: 'within 120 s', later: 'after 120 s', never: 'by nobody', standing: 'over 24 hours', medianAck: 'Median to acknowledge', p90Ack: 'P90 to acknowledge', floods: 'Floods', floodMs: 'In floods', peak: 'Most in 10 min', perDay: 'A day',
    priority: 'Priority', frequent: 'Most frequent', step: 'Step', count: 'Alerts',
  },
  report: { kind: 'Report', first: 'First', followUp: 'Follow-up', final: 'Final', due: 'Due', onTime: 'On time', late: 'Late', share: 'On time, %' },
  evidence: { kept: 'Evidence', mayGo: 'of it may go' },
  drill: { held: 'Drills', done: 'Over', see: 'Figures of drills', seeReal: 'Back to real incidents' },
  behind: {
    total: '{total} from {incidents} incidents', none: 'No incident stands behind it now', first: 'The latest {shown}', all: 'List all', when: 'When', incident: 'Incident', level: 'Level', state: 'State', plans: 'Plans', late: 'Late', times: 'Times', noPlan: 'no plan', drill: 'EXERCISE', imported: 'imported', close: 'Close',
  },
}
