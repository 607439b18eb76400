/** The words of the report pages in English. */
import type { ReportWords } from './report.zh.ts'

export const reportEn: ReportWords = {
  title: 'Monthly report', back: 'All months', again: 'Read again', next: 'The draft for {month} is prepared at {time}', print: 'Print', join: ', ', colon: ': ',
  standing: { running: 'Month not over', draft: 'Draft', issued: 'Issued', corrected: 'Corrected ({count})' },
  list: { month: 'Month', standing: 'State', incidents: 'Incidents', prepared: 'Draft prepared', issued: 'Issued', none: 'No reports yet', late: 'A missed one is made up after the start', automatic: 'Prepared every month' },
  issue: {
    draft: 'Draft', first: 'First issue', correction: 'Correction no. {number}', shown: 'shown', open: 'Show this one', by: '{by}, {time}', runs: 'Can be issued when the month is over',
    do: 'Issue…', correct: 'Issue a correction…', title: 'Issue the report for {month}', titleCorrect: 'Issue correction no. {number} for {month}', yes: 'Issue', reason: 'Why it is corrected',
    says: 'Once issued, the figures, words and names of this version never change. What is added or corrected later makes a correction with the next number.', frozen: 'Figures up to no. {position} of the record, as of {time}; check {check}.', names: 'Compiled by {compiled}, reviewed by {reviewed}, approved by {approved}', noName: 'nobody named', done: 'Issued',
  },
  changes: {
    title: 'Changed since it was issued', says: 'The draft of now differs from the last issue:', figures: '{count} figures', words: 'Words: {sections}', more: '{count} more', none: 'The same as the last issue',
    was: '{table}, {row}, {column}: {before} → {after}',
  },
  check: {
    title: 'Check', do: 'Draw again from the record', doing: 'Drawing…', same: 'Drawn again, it is exactly this version', differs: 'Drawn again, it differs from this version', damaged: 'The version in the record does not match its check value', otherRules: 'An older program drew this version (rules {rules}, now {now}): that may be why', check: 'Check value', position: 'Record no. {position}', asOf: 'As of {time}',
  },
  edit: { do: 'Edit', save: 'Save', cancel: 'Cancel', back: 'Back to the drafted words', by: 'Written by a person', label: 'Words of "{section}"; an empty line between paragraphs', hint: 'No names or numbers of callers and injured people' },
  sign: { do: 'Fill in', title: 'Number, names and recipients', number: 'Number', compiledBy: 'Compiled by', reviewedBy: 'Reviewed by', approvedBy: 'Approved by', sentTo: 'To', copiedTo: 'Copy to', save: 'Save' },
  behind: { title: 'The incidents behind this figure', when: 'Time', incident: 'Incident', state: 'State', late: 'Late', times: 'Counts', none: 'No incidents', total: '{total} in all, from {incidents} incidents', close: 'Close', drill: 'Exercise' },
}
