/** The editor's words in English, in the shape of the Chinese ones: a word that is missing does not compile. */
import type { EditorWords } from './editor.zh.ts'

export const editorEn: EditorWords = {
  none: 'None', join: ', ', cancel: 'Cancel', close: 'Close', clause: 'Clause', proposed: 'Proposed, not in the source', marks: 'Marks', reads: 'Reads: {what}',
  way: { library: 'Plan library', plan: 'In force' },
  mark: { draft: 'Draft', inForce: 'In force', new: 'New plan', abolished: 'Abolished' },
  tabs: { title: 'Edit the plan', write: 'Write', dry: 'Dry run', diff: 'Differences', record: 'Revisions' },
  acts: {
    undo: 'Undo', redo: 'Redo', save: 'Save', approve: 'Approve…', more: 'More', export: 'Export file…', import: 'Import file…', copy: 'Copy as a new plan…', make: 'Another new plan…', discard: 'Discard the draft…', abolish: 'Abolish the plan…',
  },
  save: {
    saving: 'Saving', dirty: 'Changed, saved in a moment', saved: 'Saved {time}, {name}', noDraft: 'No draft: as in force', nothing: 'Nothing changed yet', noContact: 'No contact: changes are not saved yet, and will be when it is back', refused: 'Not saved: {why}', stale: 'Not saved: somebody else changed it too; choose below',
  },
  stale: { says: 'Your changes are still here. Whichever you choose, the other is no longer the draft; Undo brings it back.', theirs: 'Open theirs', mine: 'Keep mine' },
  leave: { title: 'Changes are not saved', says: 'What is not saved is gone once you leave.', save: 'Save and leave', leave: 'Leave without saving', stay: 'Stay here' },
  discard: { title: 'Discard the draft', says: 'The draft goes, the plan in force stays. What was saved remains in the record.', saysNew: 'This new plan was never approved: discarded, the library does not have it. What was saved remains in the record.', yes: 'Discard the draft' },
  gone: { step: 'Step “{name}” taken out.', fact: 'Question “{name}” taken out.', mentions: 'It is still named in {count} places.', undo: 'Undo' },
  outline: {
    title: 'Outline of the plan', facts: 'Questions {count}', steps: 'Steps {count}', addFact: 'Add question', addStep: 'Add step', errors: '{count} errors', warnings: '{count} warnings', annex: 'annex', provisional: 'provisional', rules: '{count} rules',
  },
  find: {
    empty: 'Not written yet', emptyIn: '{language} not written yet', inLanguage: '{language}: {says}', title: 'Check', checking: 'Checking', failed: 'Not checked: it will be when contact is back', clean: 'No fault', count: '{errors} errors · {warnings} warnings', none: 'No fault: it can be tried and approved.', more: '{count} more', error: 'Error: ', warning: 'Warning: ', drop: 'Take out what nobody knows', lost: 'The form cannot show these; saved, they are gone: ',
  },
  words: { zh: 'Chinese', en: 'English', blanks: 'Blanks:', blank: { place: 'place', narrative: 'what happened', reporter: 'reporter', dispatcher: 'dispatcher' } },
  pick: { one: 'Choose one', many: 'Choose several', none: 'Nothing fits' },
  duration: { count: 'number', unit: 'unit' },
  id: { bad: 'Starts with a small letter; letters, digits, dot, hyphen, underscore', taken: 'This id is taken' },
  list: {
    up: 'Move {name} {at} up', down: 'Move {name} {at} down', remove: 'Take out {name} {at}', upShort: 'Up', downShort: 'Down', removeShort: 'Take out', title: 'List', add: 'A list to work through', hint: 'Names of persons are personal: they are purged by rule after archiving', kind: 'Kind of list', sort: 'Order', places: 'Places', persons: 'Persons', given: 'As given', size: 'Largest first', of: 'Which', order: 'Order',
  },
  part: { remove: 'Take out: {name}', removeShort: 'Take out', up: 'Move up', down: 'Move down', again: 'Once more', takeOut: 'Take out' },
  anchor: { reported: 'the report', occurred: 'it happened', activated: 'the activation', contained: 'it is contained', lifted: 'the response is lifted', step: '“{title}” is done', fact: '“{question}” is first answered' },
  people: { hurt: 'hurt or dead', dead: 'dead', serious: 'seriously hurt', minor: 'slightly hurt', missing: 'missing' },
  plan: {
    kind: 'Plan', head: 'Overview', untitled: 'Plan without a name', title: 'Name', short: 'Wall name', shortHint: 'What an incident is called on the wall', document: 'Document', types: 'Answers types', triggers: 'Trigger words', triggersHint: 'Words of a caller. Several in one entry, parted by blanks, must all be heard; “{\'|\'}” parts words of one meaning', triggersAdd: 'A word, then Enter', level: 'Response level', commander: 'Commander', siteKinds: 'Kinds of site',
    completeness: 'Source', complete: 'Complete', incomplete: 'Incomplete', openPoints: 'Open points', openPoint: 'Open point', openPointsHint: 'What the site has to settle; listed in the library', addOpenPoint: 'Add an open point', usual: 'As the document: {name}', ofDocument: 'As the document',
  },
  start: {
    title: 'Start', extends: 'Annex to', extendsHint: 'An annex runs together with its base plan', alone: 'No annex: runs alone', replaces: 'Replaces', replacesNone: 'None of the base’s steps', activation: 'Provisional', addActivation: 'Whoever finds it starts; confirmed later', activationHint: 'Whoever starts does not wait; until it is confirmed every screen says so', by: 'Started by', confirmedBy: 'Confirmed by', activationClause: 'Clause of the provisional start',
    rules: 'Rules', rule: 'rule', addRule: 'Add a rule', rulesHint: 'While an incident runs, the station proposes or starts this plan once the condition holds. It may look at questions of other plans, type, level, casualties, and time since the report', when: 'Condition of rule {at}', then: 'Then', thenOf: 'What rule {at} does', propose: 'Propose it to the dispatcher', activate: 'Start it', why: 'Reason', whyOf: 'Reason of rule {at}', clauseOf: 'Clause of rule {at}', reading: 'Reading the questions of other plans',
  },
  fact: {
    title: 'Question', untitled: 'Question without words', read: 'read in {count} places', unread: 'no step reads it', question: 'Question', key: 'Key', keyHint: 'Conditions use it; renamed, they follow', kind: 'Kind', bool: 'Yes or no', choice: 'Choice', number: 'Number', estimate: 'Estimate', calendar: 'Workday or holiday', calendarHint: 'Judged by the station from the work calendar, never asked', options: 'Answers', how: 'How', exhaustive: 'Nothing is left out', several: 'Several may hold', unit: 'Unit', addUnit: 'Name the unit', decidedBy: 'Answered by',
    criterion: 'Criterion', addCriterion: 'Say what a vague word means', criterionHint: 'Such as how many devices “large-scale” means', recordOnly: 'Only recorded, no step depends on it',
  },
  options: { option: 'answer', add: 'Add an answer', value: 'Value of answer {value}', words: 'Words of answer {value}', other: 'Add “other”', unclear: 'Add “not clear”', own: 'Other words than yes and no', usual: 'Plain yes and no' },
  step: {
    kind: 'Step', untitled: 'Step without words', what: 'What', when: 'When', how: 'How', why: 'By what right', title: 'Name', short: 'Wall name', id: 'Id', stage: 'Stage', role: 'Owner', helpers: 'Helpers', helpersNone: 'None', urgency: 'Urgency', urgencyHint: 'An order, not minutes; minutes are a limit', after: 'Waits for', afterNone: 'Nothing', clauses: 'Also clauses', clausesNone: 'None',
    lifeSafety: 'Life safety', lifeSafetyHint: 'Comes first; skipping needs a reason', prohibits: 'Prohibition', prohibitsHint: 'It says what must not be done', required: 'Needed before closing', requiredHint: 'Unfinished, it blocks closing; use sparingly', confirms: 'Confirms the start', confirmsHint: 'Done, it confirms the provisional activation',
  },
  when: {
    title: 'Condition', add: 'Only under a condition', kind: 'Kind of {label}', question: 'Question of {label}', answer: 'Answer of {label}', number: 'Number of {label}', step: 'Step of {label}', state: 'State of {label}', from: 'Start of {label}', time: 'Time of {label}', day: 'Day of {label}', types: 'Types of {label}', levels: 'Level of {label}', people: 'People of {label}',
    fact: 'Answer', elapsed: 'Time passed', calendar: 'Calendar', type: 'Type', level: 'Response level', casualties: 'Casualties', all: 'All of', any: 'Any of', not: 'Not', and: 'and', or: 'or', remove: 'Take out this condition', more: 'Another condition', is: 'is', over: 'over', done: 'done', late: 'late', after: 'and then', reaches: 'reaches', askedBy: '{plan}, {count} plans', persons: 'people',
  },
  due: { title: 'Limit', add: 'Set a limit', kind: 'Kind of limit', same: 'Every day', byDay: 'By workday and holiday', within: 'Limit', from: 'from' },
  late: { title: 'When late', hint: 'A ladder. If nobody acknowledges, the first post is told after 1 minute and the second after 2 at the latest, whatever is written. The first instruction is what the alert asks for', rung: 'post', add: 'Say who is told', more: 'One post further up', notify: 'Post {at} that is told', after: 'after', afterLabel: 'How long after, post {at}', say: 'Instruction to post {at}', addSay: 'Say what to do', noSay: 'No instruction' },
  repeat: { title: 'Repetition', add: 'It comes again', hint: 'The limit is that of the first time; done, it comes again after the interval', every: 'every', until: 'until' },
  calls: { title: 'Calls', call: 'call', add: 'Add a call', more: 'Another call', role: 'Call {at} to', outside: 'Outside the site', number: 'Public number', numberLabel: 'Number of call {at}', who: 'Whom call {at} is to' },
  say: { title: 'Words to say', add: 'Write what to say' },
  announce: { title: 'On the wall', add: 'Announce it on the wall', hint: 'Shown as it stands, without blanks' },
  materials: { title: 'Supplies', one: 'Supply', add: 'Add a supply' },
  evidence: { title: 'Evidence', add: 'Evidence to keep', hint: 'Kept until closed or so long, the later', keep: 'Keep for' },
  starts: { title: 'Next plan', add: 'Done, another plan starts', hint: 'Where the source names no plan, leave it open: it is listed as an open point', plan: 'Which plan', open: 'Not said in the source: open', what: 'What is started', handsOver: 'Hand over: unfinished steps here no longer apply' },
  dry: {
    title: 'If nobody acted', given: 'When it starts', day: 'Day of the start', dayBefore: 'Day before', dayAfter: 'Day after', time: 'Time', now: 'Now', unpublished: 'by weekends only', answers: 'Known from the start', clear: 'Answer none', noQuestions: 'This plan asks nothing', unanswered: 'Not answered',
    sum: '{opens} steps open · {late} late · {told} told', faulty: 'The draft has errors ({count}): put them right to try it.', running: 'Working it out', start: 'Start', opens: 'opens', limit: 'limit', late: 'late', told: 'told', threshold: 'time', question: 'asks', more: 'It goes on repeating; the list ends here.', end: 'After {time} nothing falls due.', nothing: 'Without an answer nothing opens.',
  },
  diff: {
    title: 'Differences', between: 'From', and: 'to', from: 'From which text', to: 'To which text', draft: 'Draft', count: '{count} differences', isNew: 'A new plan: there is nothing to compare with.', same: 'Both say the same.', reading: 'Comparing', before: 'Before', after: 'After', plan: 'Plan', facts: 'Question', steps: 'Step', added: 'added', removed: 'removed', changed: 'changed',
  },
  approve: {
    title: 'Approve: {plan}', says: 'From now on incidents start with this text. Those that run keep the text they started with, and say that a newer one exists.', faulty: '{count} errors are left; it can be approved without them:', changes: '{count} differences from the text in force:', more: '{count} more under “Differences”', isNew: 'A new plan of {count} steps', number: 'Revision', approvedBy: 'Approved by', approvedByHint: 'Name or office', why: 'Why', whyHint: 'Such as: shorter limit after the drill', by: 'Recorded by {name}', yes: 'Approve this text', sending: 'Recording',
  },
  abolish: { title: 'Abolish: {plan}', says: 'It is no longer proposed or activated; incidents that run it go on, and all texts stay in the record.', why: 'Why', yes: 'Abolish the plan' },
  record: {
    title: 'Revisions', number: 'No.', kind: 'Kind', why: 'Why', approvedBy: 'Approved by', by: 'Recorded by', steps: 'Steps', revision: 'Digest', compare: 'Compare with the one before', made: 'Made', revised: 'Revised', abolished: 'Abolished', shipped: 'Shipped', shippedWhy: 'The text that came with the program', shippedName: 'As shipped', name: 'No. {number}, {date}', none: 'Nothing was approved yet.',
    runs: 'Running now: {name}', approved: 'Approved: incidents from now on use this text.', keeps: '{count} incidents keep the text they started with.', noneKeeps: 'No incident runs an older text.',
  },
  make: { title: 'New plan', how: 'Begin', empty: 'From nothing', copy: 'With a copy', source: 'Copy of', document: 'In the document', id: 'Id', idHint: 'Such as gas-leak; it stays as it is', copyOf: '{title} (copy)', yes: 'Start writing' },
  import: { there: '“{plan}” has a draft already', thereSays: '{name} saved it {date} {time}. The file takes its place; what was saved remains in the record.', replace: 'Replace it', refused: 'Not imported' },
  export: { title: 'Export: {file}', says: 'The text in force as a file: to keep, or to import at another site.', text: 'Text of the plan file', save: 'Save as file', copy: 'Copy the text', copied: 'Copied' },
}
