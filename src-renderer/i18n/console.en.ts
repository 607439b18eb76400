/** The console's own words in English, in the shape of the Chinese ones: a word that is missing does not compile. */
import type { ConsoleWords } from './console.zh.ts'

export const consoleEn: ConsoleWords = {
  name: 'Vigil',
  title: 'Vigil console',
  join: ', ',
  stop: '. ',
  page: { now: 'Now', history: 'History', plans: 'Plans', statistics: 'Statistics', site: 'Settings', menu: 'Pages', contents: 'On this page', loading: 'Reading', waiting: '{count} unacknowledged' },
  top: {
    nobody: 'Not signed in', who: 'On duty: {name}. Click to change', demo: 'Demo data', language: '中文', languageSays: 'Switch to Chinese', light: 'Light', dark: 'Dark', themeSays: 'Change the colours',
  },
  sign: {
    title: 'Who is on duty', says: 'From now on the record shows this name for everything that is done at this console, until somebody else takes over. What was recorded stays as it is.', name: 'Name', hint: 'Type a name, or choose from the roster', roster: 'People of the roster', save: 'On duty from now on', end: 'No name, only “{name}”',
  },
  banner: {
    signedOut: 'Not signed in', signedOutDo: 'Press Enter in the terminal that runs npm start: it opens a console that is signed in. If that terminal is closed, run npm start again. In the desktop program open it again from the tray. A new link may also be pasted into this address bar.', asOf: 'Below is how things stood at {time}; nothing counts',
    lost: 'No contact', lostFor: 'for {elapsed}, since {time}', connecting: 'Connecting to the station',
    lostDo: 'Below is how things stood then; nothing counts. It reconnects by itself. Go on by phone and paper, and see whether the station runs.',
    connectingDo: 'If it does not connect, see whether the station runs; in the desktop program open the console again from the tray.',
    storage: 'Saving fails: nothing can be recorded',
    storageDo: 'Alarms go on. Free disk space or replace the disk; until then write times, people and actions on paper.',
    reportReady: 'The draft of the report for {month} has been prepared.', reportOpen: 'Open', reportNoted: 'Noted',
    unpublished: 'The holidays of {year} are not published: holiday limits follow weekends and the days fixed by law. Update the calendar when they are out.',
  },
  foot: {
    saved: 'Saved', walls: 'Walls', noWalls: 'none', wallLost: '{count} lost since {time}: go and look', wallSilent: '{count} without sound',
    sound: 'Sound', test: 'test', help: 'Help',
    soundOn: 'on', soundBlocked: 'silent: click the page; if still silent, check loudspeaker and volume', soundOff: 'none on this machine: connect a loudspeaker, watch the alerts',
  },
  intake: {
    label: 'Report', placeholder: 'Say where and what, such as “smoke, hall floor 2”', anywhere: 'starts anywhere', choose: 'choose', activate: 'activate', activateDrill: 'start the drill', space: 'Space', clear: 'clear',
    place: 'Place', drill: 'Drill', drillSays: 'This is a drill: it counts nowhere, and nobody outside is really called',
    drillToggle: 'This is a drill', later: 'Report now, plan later', laterWhy: 'Keeps place and words; the clock starts',
    none: 'Nothing in these words points to a plan of this site. Say what has happened: “smoke”, “hotline down”, “recharge kiosk broken”. ', noneDo: 'Or press Enter or Ctrl+Enter to report now: place and words are kept, the plan is chosen later.',
    asking: 'Looking for plans', steps: '{count} steps', sending: 'Reporting', sent: 'Reported, but the plan was not activated',
    similar: 'Something like it is being handled: is it the same?', proposals: 'Proposed plans', dismiss: 'Hide',
  },
  list: {
    title: 'Open', more: '{count} more', late: 'Late', drills: 'Drills', order: 'by nearest limit', none: 'Nothing is open', closed: 'Closed, to archive', onDuty: 'On duty', noRoster: 'No roster: nobody is listed here', unknown: 'Not read yet',
    lateName: '{name}, late', lateIn: ' in {count}',
  },
  calm: {
    title: 'No incident is open', do: 'When the phone rings press F2 and write where and what', days: '{days} days since the last incident', never: 'No incident so far', month: '{count} this month',
    drills: '{count} drills, not counted', loading: 'Connecting', unknown: 'Whether there are incidents and alerts is not known now',
  },
  head: {
    record: 'Record', since: 'since {time}', elapsed: '{elapsed}', took: 'took {elapsed}, closed {time}', commander: 'Commander {name}', noPlan: 'No plan yet', incomplete: 'source incomplete',
    more: 'More', readPlan: 'Read this plan', newer: 'newer text', stage: '{stage} stage', reporter: 'Reported by {name}',
  },
  confirm: {
    awaits: 'provisional, to be confirmed: {role}', confirmed: 'confirmed by {by}', yes: 'Confirm', no: 'Decline…',
    title: 'Decline: {plan}', says: 'The plan ends here: unfinished steps become not applicable, what is done stays in the record.', why: 'Why it is declined', end: 'End the plan',
  },
  proposed: { title: 'Proposed', activate: 'Activate', dismiss: 'Dismiss' },
  drill: { mark: 'EXERCISE', dial: 'Drill: do not really call', say: 'EXERCISE EXERCISE EXERCISE. ' },
  next: {
    title: 'Next', chosen: 'Chosen step', back: 'Back to the next', clause: 'Clause {clause}', waiting: 'waiting {elapsed}', limit: 'Limit', startsBefore: ': ', startsWithStep: 'its clock starts when “{what}” is done', startsWithFact: 'its clock starts with the answer to “{what}”', life: 'Life safety', proposed: 'Proposed, not in the source',
    prohibits: 'Never', required: 'Needed before closing', called: 'Called: record it', done: 'Done: record it', byAnother: 'By another', notApplicable: 'Not applicable…', skip: 'Skip…', behalf: 'On behalf…',
    other: 'Other…', sending: 'Recording', noNumber: 'number not on file', materials: 'Supplies', list: 'Work through {of}; order: {order}', say: 'Say this', also: 'Also call', or: 'or',
    none: 'Nothing to do now', noneDo: 'When things are stable, change the state of the incident', waits: '{count} steps wait for an answer or an earlier step', explainFirst: '{count} steps need a reason before closing',
    over: 'The incident is closed', overDo: 'Check the timeline, then archive it', noPlan: 'No plan yet: choose one', noPlanDo: 'The report is kept and the clock runs. Activate a plan:', allPlans: 'All plans',
    finished: '{outcome}, {by}, {time}', correct: 'Correct', explain: 'Give the reason', acceptedBy: 'Accepted by {name}',
    behalfOf: 'Reported by {person}, {channel}', notYet: 'Not its turn yet: {what}', early: 'It may still be done and recorded now', starts: 'When done, it starts “{plan}”', handsOver: 'When done, it hands over to “{plan}”, and this plan ends', startsOpen: 'When done, it starts a plan that the source does not name: {what}', startsGone: 'When done, it starts a plan that the library lacks: {what}', notStarted: 'No plan was started: {why}',
    confirms: 'When done, it confirms the provisional activation', repeats: 'Every {every}, until {until}', times: 'times done: {count}, last {time}', timesLate: '{count} of them late',
    reason: 'Reason: {reason}', hiddenNow: 'By the answers so far this step does not apply', day: 'counted as {day}',
  },
  steps: {
    title: 'Steps by group', done: '{count} done', skipped: '{count} skipped', todo: '{count} to do', answerKeys: 'answer', waitAnswer: 'waits', waitStep: 'later',
    doneTitle: 'Steps done {count}', hiddenTitle: 'Steps that do not apply {count}', none: 'Steps are listed here once a plan runs', outOfOrder: 'done early',
    change: 'Change', keep: 'Keep', confirm: 'Confirm', noneOfThem: 'None', record: 'Record', question: 'Question', unanswered: 'not answered', answered: '{by} {time}', criterion: 'Meaning: {criterion}',
    doneBy: '{by} {time}', number: 'A number, zero or more',
  },
  timeline: { title: 'Timeline', add: 'add', none: 'No entry yet', note: 'Note', notePlaceholder: 'What was seen, heard or done', save: 'Record', cancel: 'Cancel', purged: '(words removed by rule)' },
  move: {
    verifying: 'Verify', assessing: 'Assess', contained: 'Contained', lifted: 'Lift response', recovering: 'Recover', closed: 'Close', archived: 'Archive', falseReport: 'False report',
    addPlan: 'Add a plan', switchPlan: 'Switch plan',
    confirmLifted: 'Lift response: {what}', confirmClosed: 'Close: {what}', confirmArchived: 'Archive: {what}', confirmFalseReport: 'False report: {what}',
    saysLifted: 'It cannot be taken back, no plan can be added after it, and announcements end. Unfinished steps and limits go on.', saysClosed: 'After closing nothing counts or sounds; optional steps left over become not applicable.', saysArchived: 'It leaves console and wall; the record stays.', saysFalseReport: 'It is not counted as an incident. The record stays; limits and alerts are cancelled.',
    blocked: 'It cannot be closed yet. Finish or explain these steps first:', whyFalseReport: 'What shows that it was false', whyClosed: 'No plan was activated: why close', yes: 'Confirm: {what}',
  },
  plan: {
    title: 'Choose a plan for {place}', choose: 'Plan', search: 'type a name', level: 'Response level', levelDefault: 'as the plan says', commander: 'Commander', commanderHint: 'as the plan says',
    supersedes: 'Replaces', supersedesNone: 'Nothing: both run', provisional: 'Provisional, until it is confirmed', activate: 'Activate plan', running: 'running', none: 'No such plan',
    supersedesSays: 'Unfinished steps of the replaced plan become not applicable.',
  },
  outcome: {
    title: 'Record: {step}', which: 'Outcome', accepted: 'Accepted, in hand', done: 'Done', 'already-done': 'Already done by another', 'not-applicable': 'Not applicable', skipped: 'Skipped',
    reason: 'Reason', reasonNeeded: 'Skipping needs a reason', reasonLife: 'A life-safety step that does not apply needs a reason', reasonList: '{count} entries of the list are unmarked: say why', reasonOptional: 'optional', behalf: 'Recorded for somebody else', person: 'Who said so', personHint: 'name or post', channel: 'How', words: 'In these words',
    channels: { phone: 'Phone', radio: 'Radio', face: 'In person', message: 'Message' }, save: 'Record',
  },
  assess: {
    open: 'Assess…', title: 'Assess: {what}', casualties: 'Casualties', unknown: 'not counted', loss: 'Direct economic loss (yuan)', severity: 'Severity', severityUnset: 'not judged', suggested: 'The numbers suggest: {severity}', take: 'Take it',
    level: 'Response level', levelUnset: 'not set', warning: 'Warning', warningNone: 'no warning', impact: 'Impact', staff: 'Staff affected', customers: 'Customers affected', interrupted: 'Service down (min)', operating: 'Open for business', operatingUnset: 'not said',
    reason: 'Remark', reasonLower: 'Lowering the response level needs a reason', reasonOptional: 'optional', save: 'Record', badNumber: 'Whole numbers, zero or more', badAmount: 'A number, zero or more', people: '{count}', yuan: 'loss {yuan} yuan', down: 'service down {elapsed}', staffCount: '{count} staff', customerCount: '{count} customers',
    graded: 'severity {severity}', hint: 'severity {severity} suggested, not judged',
  },
  worklist: {
    title: 'List', counts: '{done} of {total} done', unmarked: '{count} unmarked', none: 'The list is empty: add them one by one', size: '{size} customers', helper: 'with {name}', by: '{by} {time}', purged: '(name removed by rule)', again: 'Change', notReached: 'Not reached…', whyNot: 'Why not reached: {name}',
    name: 'Name', person: 'Name', sizeField: 'Customers', helperField: 'Helper', add: 'Add', register: 'Add from the register',
  },
  evidence: {
    needed: 'Keep as evidence: {what}, for {days} days or until closing, the later', record: 'Record evidence…', title: 'Record evidence: {step}', what: 'What', kind: 'Kind', place: 'Where it is kept', keeper: 'Keeper', keeperHint: 'optional', save: 'Record',
    at: 'at {place}', keptBy: 'keeper {name}', until: 'kept until {date}', untilClosed: 'kept until closing, at least {days} days', mayGo: 'need not be kept', drill: 'drill: no time runs',
  },
  reason: { explain: 'Why late or skipped: {step}', correct: 'Correct: {step}', correctSays: 'The old entry stays, the step opens again, its limit is unchanged.', why: 'Reason', save: 'Record', cancel: 'Cancel' },
  alerts: {
    title: 'Alerts', recent: '{count} in 10 min', unacknowledged: '{count} unacknowledged', acknowledgedCount: '{count} acknowledged', drills: '{count} in drills', more: '{count} more', none: 'No alerts', noneDo: 'Late steps sound here', acknowledge: 'Acknowledge', silence: 'Silence 60 s', silenced: 'Silenced, {left} left',
    nextIn: 'Unacknowledged: {role} in {left}', nextNow: 'Unacknowledged: telling {role}', acknowledged: 'Acknowledged by {by}, {time}', nextAfter: '{role} at {time}', limit: 'limit {limit}', told: 'Told {who}, {time}', skipped: '{roles}: nobody on duty, skipped',
    flood: 'Many alerts: grouped by incident', open: 'Show the step', noNext: 'At the top of the ladder',
  },
  calls: { title: 'People to call', more: '{count} more', none: 'Nobody to call', noneDo: 'Numbers of the steps and their owners are listed here', done: 'called {time}', noNumber: 'not on file' },
  help: {
    title: 'Keys', intake: 'Report, from anywhere', activate: 'In the report: report and activate the chosen proposal', choose: 'In the report: another proposal', reportOnly: 'In the report: report only, plan later', place: 'In the report: to the place and the drill switch; Space turns the switch',
    clear: 'In the report: clear it; at another step: back to the next; at a plan: one level up', record: 'Record the step that is shown', outcomes: 'Other outcomes: accepted, by another, not applicable, skip, on behalf', answer: 'Answer a question; the digit stands on the option',
    note: 'Add a note', moves: 'Move the incident on (contain, lift, close, archive)', acknowledge: 'Acknowledge the top alert', silence: 'Silence the top alert for 60 s', incident: 'Go to that incident', period: 'In the statistics: the period before, the one after', page: 'Go to that page', help: 'This list',
    more: 'In the list of steps ↑↓ move and Enter chooses. Every button can be reached with Tab.', ime: 'Keys do nothing while Chinese is being composed, nor does Enter for 0.3 s after it.', close: 'Close',
  },
  refusal: {
    hide: 'Hide',
    advice: {
      'no-contact': 'Wait until the bar above is gone; use paper meanwhile', 'no-answer': 'See whether it stands in the timeline before you repeat it', 'not-signed-in': 'Sign in as the bar above says',
      'storage-failed': 'Do what the bar above says', conflict: 'The picture is new: look, then press again', internal: 'Find another way, and tell the administrator the time', forbidden: 'Ask the dispatcher', 'step-finished': 'The timeline says who recorded it and when',
      'alert-acknowledged': 'Nothing more to do', 'unknown-alert': 'Nothing more to do', 'already-running': 'Go on in the list of steps', other: 'Put it right as it says and try once more',
    },
  },
  missing: {
    place: 'place: to be confirmed', narrative: 'what happened: not known', reporter: 'caller: ask', channel: 'source: ask', type: 'type: not set', kind: 'type: not set', level: 'level: not set', commander: 'commander: not set', time: 'time: not known', site: 'site', dispatcher: 'your name', phone: 'your number',
  },
}
