/** The words of the page that brings in incidents of the past, in English; they are loaded with it. */
import type { ImportWords } from './import.zh.ts'

export const importEn: ImportWords = {
  title: 'Import past incidents', back: 'Settings', join: ', ', row: 'row {row}', more: '{count} more rows are not listed', none: 'No code',
  says: 'Makes past incidents of a list you kept elsewhere. They count in the month in which they occurred, so the comparison with last year is there from the first day. No limits, no alerts, never on a wall, marked as imported everywhere. The file is read in this page only; nothing is written before you press Import.',
  file: {
    title: 'File', choose: 'Choose a CSV or XLSX file', other: 'Another file', hint: 'Up to 20 MB and 50,000 rows; of an XLSX file the first sheet', reading: 'Reading: {rows} rows', cancel: 'Stop', rows: '{file}, {count} rows', encoding: 'Encoding', delimiter: 'Separator', head: 'Row of the heads', asGuessed: ' (as recognised)',
    comma: 'Comma', semicolon: 'Semicolon', tab: 'Tab', workbook: 'XLSX',
  },
  fault: {
    'too-large': 'The file is larger than 20 MB. Split it by year.', bomb: 'Unpacked, the file would be far too large. It may mean harm and was not unpacked. Save it anew and try again.', paths: 'The file holds paths that lead out of it. It may mean harm and was not unpacked.', entities: 'The file declares entities of its own. It may mean harm and was not read. Save it anew from a spreadsheet program.',
    encrypted: 'The file has a password. Save it without.', 'old-excel': 'This is the old XLS format, or it has a password. Save it as XLSX or CSV.', 'not-a-table': 'This is no CSV or XLSX table.', damaged: 'The file is incomplete or damaged. Open it in a spreadsheet program and save it anew.',
    'too-many-rows': 'More than 50,000 rows. Split the file by year.', 'too-many-columns': 'More than 200 columns. Delete those that are not needed.', empty: 'There is nothing in the file.', unreadable: 'The file cannot be read: it may have been moved, or another program holds it.',
  },
  columns: { title: 'What the columns mean', says: 'Recognised by their heads: please check. Choose “none” for what the table does not have.', field: 'Of the incident', column: 'Column', sample: 'For example', no: 'none', need: 'A time of occurrence is needed', unnamed: 'Column {number}', order: 'Which is the month in “{sample}”?', dmy: 'Day first (day/month/year)', mdy: 'Month first (month/day/year)' },
  field: {
    occurred: 'Occurred at', time: 'Time of day (if apart)', received: 'Reported at', place: 'Place', type: 'Type', category: 'Category', level: 'Response level', severity: 'Severity', channel: 'Channel', narrative: 'What happened', reporter: 'Reported by',
    dead: 'Dead', serious: 'Seriously injured', minor: 'Slightly injured', missing: 'Missing', loss: 'Loss (yuan)', contained: 'Contained at', lifted: 'Lifted at', closed: 'Closed at', falseReport: 'False report', drill: 'Exercise',
  },
  values: { title: 'What the values mean', says: 'Which of this site\'s codes each value stands for. Choose “No code” if there is none: the figures show it as none.', value: 'In the table', rows: 'Rows', code: 'At this site', open: 'Not chosen yet', left: '{count} not chosen yet', restNone: 'No code for the rest', level: 'Level {level}' },
  preview: {
    title: 'Preview', working: 'Checking: {rows} rows', fresh: 'To import', faulty: 'Faulty', twice: 'Twice in the file', known: 'Imported before', first: 'The first {count} would become', row: 'Row', occurred: 'Occurred at', place: 'Place', kind: 'Type or category', level: 'Level', marks: 'Marks', narrative: 'What happened',
    drill: 'Exercise', falseReport: 'False report', months: 'By month', month: 'Month', incidents: 'Incidents', drills: 'Exercises', falseReports: 'False reports', categories: 'By category', category: 'Category', all: 'Together', nothing: 'There is no row to import.',
  },
  faults: {
    title: 'Faulty rows', row: 'Row', column: 'Column', value: 'In the table', what: 'What is wrong, and what to do', blank: '(blank)', noColumn: '(no such column)',
    'date-missing': 'No time. Add when it occurred.', 'date-bad': 'Not a date. Write it like 2024-03-05 14:30.', 'date-year': 'The year has two digits. Write four.', 'date-ambiguous': 'Day or month? Choose above which comes first.', 'date-future': 'Later than now. Check the year.', 'date-early': 'Earlier than the occurrence. Check both times.',
    'count-bad': 'Not a number of people. Write a whole number, or leave it blank if unknown.', 'money-bad': 'Not an amount. Write a number in yuan, or leave it blank if unknown.', 'yes-bad': 'Neither yes nor no. Write one of them.', 'not-assigned': 'Stands for no code yet. Choose one under “What the values mean”.', 'too-long': 'Too long. Place, channel and name: 200 characters; what happened: 10,000.',
  },
  doubles: { title: 'Rows that occur twice', inFile: 'Same time and place as row {row}', before: 'Imported before from {file}, row {row}: it will not count twice' },
  send: {
    title: 'Import', leaveOut: 'Leave out the {count} faulty rows', twice: 'Import the {count} rows of the same time and place, too, each as an incident of its own', go: 'Import {count}', sending: '{done} of {all} imported', cancel: 'Stop', goOn: 'Go on with the other {count}',
    needLeaveOut: 'Mend the faulty rows in the file, or choose to leave them out.', needColumn: 'Say first which column is the time of occurrence.', needOrder: 'Say first whether the day or the month comes first.', checking: 'Looking for rows that were imported before: {done} of {all}', done: '{count} imported.', already: '{count} were there already and do not count twice.', history: 'See them in the history', stopped: 'Stopped. The {count} that were written stay; choose the same file to go on.', another: 'Import another file',
  },
  past: {
    title: 'Earlier imports', none: 'Nothing was imported yet.', file: 'File', at: 'Imported at', by: 'By', rows: 'Incidents', state: 'State', counted: 'Counted', withdrawn: 'Withdrawn: {reason}', withdrawing: 'Being withdrawn, {count} left', withdraw: 'Withdraw', withdrawOf: 'Withdraw the import of {file}',
    ask: 'Withdraw this import', askSays: 'The {count} incidents of {file} will enter no figure any more. They stay in the record, marked as withdrawn, and may be imported again.', reason: 'Why it is withdrawn', yes: 'Withdraw',
  },
}
