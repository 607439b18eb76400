/**
 * The table of all rules of an incident: which rule decides a command, and what an event does to
 * the record.
 */
import type { Decision } from '../../decision.ts'
import type { IncidentCommand, IncidentCommandType } from '../record/commands.ts'
import type { IncidentEvent, IncidentEventType, Recorded } from '../record/events.ts'
import type { Incident } from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'
import {
  addAftercare,
  aftercareAdded,
  aftercareChanged,
  aftercareDone,
  aftercareWithdrawn,
  changeAftercare,
  finishAftercare,
  withdrawAftercare,
} from './aftercare.ts'
import { aftercareCorrected, correctAftercare } from './aftercare-correction.ts'
import {
  inquiryRecorded,
  recordInquiry,
  recordReview,
  resultRecorded,
  reviewPassedOver,
  reviewRecorded,
} from './aftermath.ts'
import { accidentKindJudged } from './accident.ts'
import { activate, incidentClassified, planActivated } from './activate.ts'
import {
  acknowledgeAlert,
  alertAcknowledged,
  alertChanged,
  alertCleared,
  alertEscalated,
  alertRaised,
  alertRenewed,
  alertShelved,
  alertSilenced,
  shelveAlert,
  silenceAlert,
} from './alerts.ts'
import { amend, reportAmended } from './amend.ts'
import { stepsRestored } from './annex.ts'
import { answerFact, factAnswered } from './answer.ts'
import { stepsChanged } from './applicability.ts'
import { answerAssumed } from './assumptions.ts'
import { attentionChanged } from './attention-clocks.ts'
import { attentionDue } from './attention-late.ts'
import {
  assess,
  casualtiesCounted,
  impactRecorded,
  lossEstimated,
  recordImpact,
  severityJudged,
} from './assess.ts'
import {
  amendCaller,
  callerAmended,
  callerJoined,
  callerParted,
  dismissNews,
  joinCaller,
  newsDismissed,
  partCaller,
} from './callers.ts'
import { callRecorded, recordCall } from './calls.ts'
import { commandHandedOver, handCommand, incidentTransferred, transfer } from './command.ts'
import { activationConfirmed, activationDeclined, confirmActivation } from './confirm.ts'
import { correctStep, explainStep, stepCorrected, stepExplained } from './corrections.ts'
import {
  evidenceMayGo,
  evidenceRecorded,
  evidenceReleased,
  recordEvidence,
  releaseEvidence,
} from './evidence.ts'
import { attachFile, fileAttached, fileWithdrawn, withdrawFile } from './files.ts'
import { gatePassed } from './gates.ts'
import { planNotStarted } from './handover.ts'
import {
  announcementChecked,
  announcementComposed,
  announcementEnded,
  announcementSent,
  announcementTaken,
  announcementTried,
  checkAnnouncement,
  composeAnnouncement,
  endAnnouncement,
  sendAnnouncement,
  takeAnnouncement,
  tryAnnouncement,
} from './announcements.ts'
import { bulletinSent, headInformed, sendBulletin, tellHead } from './bulletins.ts'
import { headquartersSet, setHeadquarters } from './headquarters.ts'
import {
  importIncident,
  incidentImported,
  incidentWithdrawn,
  withdrawIncident,
} from './imported.ts'
import { checkDeadlines, stepLate, timePassed } from './lateness.ts'
import {
  amendTakenIn,
  incidentLetGo,
  incidentMerged,
  incidentTakenIn,
  letGo,
  merge,
  takeIn,
  takenInAmended,
} from './merge.ts'
import { incidentMovedBack, moveBack } from './move-back.ts'
import { incidentMoved, move } from './moves.ts'
import { endPrealert, prealertEnded, prealertSet, setPrealert } from './prealert.ts'
import { stepRepeated } from './repeat.ts'
import { addNote, incidentReported, noteAdded, report } from './report.ts'
import { changeLevel, levelChanged } from './response-level.ts'
import { casualtiesSaid } from './sets.ts'
import { reportClockDropped, reportClockSet, reportTurnedLate } from './report-clocks.ts'
import { dismissProposal, planProposed, proposalDismissed } from './start-rules.ts'
import { planStopped, stopPlan } from './stop-plan.ts'
import { lineStarred, starLine } from './stars.ts'
import { acceptStep, finishStep, stepAccepted, stepFinished } from './steps.ts'
import {
  continueIncident,
  incidentContinued,
  incidentTakenOver,
  takeOverIncident,
} from './take-over.ts'
import { commandUndone, undo } from './undo.ts'
import { addTask, hearTask, taskAdded, taskHeard } from './tasks.ts'
import { stepNamed } from './everybody.ts'
import { closeDrill } from './drill-end.ts'
import { endThreeMinuteDrill, threeMinuteDrillEnded } from './three-minute.ts'
import { setWatch, watchOver, watchSet } from './watch.ts'
import { addToList, listAdded, listMarked, markListItem } from './worklist.ts'

/**
 * When an incident takes a command: `always`, once it is `reported`, or, after that, until its
 * state is terminal (`live`). What else a rule refuses it says itself.
 */
export type Taken = 'always' | 'reported' | 'live'

export type CommandOf<T extends IncidentCommandType> = Extract<IncidentCommand, { type: T }>
export type EventOf<T extends IncidentEventType> = Recorded<Extract<IncidentEvent, { type: T }>>

export const RULES: {
  [T in IncidentCommandType]: {
    taken: Taken
    decide: (
      incident: Incident,
      command: CommandOf<T>,
      context: RuleContext,
    ) => Decision<IncidentEvent>
  }
} = {
  ReportIncident: { taken: 'always', decide: report },
  ImportIncident: { taken: 'always', decide: importIncident },
  TakeOverIncident: { taken: 'always', decide: takeOverIncident },
  ContinueIncident: { taken: 'reported', decide: continueIncident },
  WithdrawIncident: { taken: 'always', decide: withdrawIncident },
  AddNote: { taken: 'reported', decide: addNote },
  MoveIncident: { taken: 'reported', decide: move },
  CheckDeadlines: { taken: 'reported', decide: checkDeadlines },
  ExplainStep: { taken: 'reported', decide: explainStep },
  ActivatePlan: { taken: 'reported', decide: activate },
  AssessIncident: { taken: 'reported', decide: assess },
  RecordImpact: { taken: 'reported', decide: recordImpact },
  ChangeLevel: { taken: 'reported', decide: changeLevel },
  AmendReport: { taken: 'reported', decide: amend },
  MoveBack: { taken: 'reported', decide: moveBack },
  StopPlan: { taken: 'live', decide: stopPlan },
  CloseDrill: { taken: 'reported', decide: closeDrill },
  EndThreeMinuteDrill: { taken: 'reported', decide: endThreeMinuteDrill },
  UndoCommand: { taken: 'reported', decide: undo },
  SetPrealert: { taken: 'reported', decide: setPrealert },
  EndPrealert: { taken: 'reported', decide: endPrealert },
  AddToList: { taken: 'reported', decide: addToList },
  MarkListItem: { taken: 'reported', decide: markListItem },
  RecordEvidence: { taken: 'reported', decide: recordEvidence },
  ReleaseEvidence: { taken: 'reported', decide: releaseEvidence },
  AttachFile: { taken: 'reported', decide: attachFile },
  WithdrawFile: { taken: 'reported', decide: withdrawFile },
  ConfirmActivation: { taken: 'live', decide: confirmActivation },
  DismissProposal: { taken: 'live', decide: dismissProposal },
  AnswerFact: { taken: 'live', decide: answerFact },
  AcceptStep: { taken: 'live', decide: acceptStep },
  FinishStep: { taken: 'live', decide: finishStep },
  CorrectStep: { taken: 'live', decide: correctStep },
  AcknowledgeAlert: { taken: 'reported', decide: acknowledgeAlert },
  SilenceAlert: { taken: 'reported', decide: silenceAlert },
  ShelveAlert: { taken: 'reported', decide: shelveAlert },
  SetHeadquarters: { taken: 'live', decide: setHeadquarters },
  SendBulletin: { taken: 'reported', decide: sendBulletin },
  TellHead: { taken: 'reported', decide: tellHead },
  ComposeAnnouncement: { taken: 'live', decide: composeAnnouncement },
  CheckAnnouncement: { taken: 'reported', decide: checkAnnouncement },
  SendAnnouncement: { taken: 'reported', decide: sendAnnouncement },
  TryAnnouncement: { taken: 'reported', decide: tryAnnouncement },
  TakeAnnouncement: { taken: 'reported', decide: takeAnnouncement },
  EndAnnouncement: { taken: 'reported', decide: endAnnouncement },
  AddTask: { taken: 'live', decide: addTask },
  HandCommand: { taken: 'live', decide: handCommand },
  SetWatch: { taken: 'reported', decide: setWatch },
  TransferIncident: { taken: 'reported', decide: transfer },
  StarLine: { taken: 'reported', decide: starLine },
  HearTask: { taken: 'live', decide: hearTask },
  AddAftercare: { taken: 'reported', decide: addAftercare },
  ChangeAftercare: { taken: 'reported', decide: changeAftercare },
  FinishAftercare: { taken: 'reported', decide: finishAftercare },
  WithdrawAftercare: { taken: 'reported', decide: withdrawAftercare },
  CorrectAftercare: { taken: 'reported', decide: correctAftercare },
  RecordInquiry: { taken: 'reported', decide: recordInquiry },
  RecordReview: { taken: 'reported', decide: recordReview },
  RecordCall: { taken: 'reported', decide: recordCall },
  JoinCaller: { taken: 'live', decide: joinCaller },
  PartCaller: { taken: 'reported', decide: partCaller },
  DismissNews: { taken: 'reported', decide: dismissNews },
  AmendCaller: { taken: 'reported', decide: amendCaller },
  MergeIncident: { taken: 'live', decide: merge },
  TakeIn: { taken: 'live', decide: takeIn },
  LetGo: { taken: 'reported', decide: letGo },
  AmendTakenIn: { taken: 'reported', decide: amendTakenIn },
}

export const EFFECTS: {
  [T in IncidentEventType]: (incident: Incident, event: EventOf<T>) => Incident
} = {
  IncidentReported: incidentReported,
  IncidentClassified: incidentClassified,
  ReportAmended: reportAmended,
  IncidentMovedBack: incidentMovedBack,
  PlanStopped: planStopped,
  CommandUndone: commandUndone,
  IncidentMoved: incidentMoved,
  GatePassed: gatePassed,
  NoteAdded: noteAdded,
  HeadquartersSet: headquartersSet,
  BulletinSent: bulletinSent,
  HeadInformed: headInformed,
  ReportClockSet: reportClockSet,
  ReportClockDropped: reportClockDropped,
  ReportLate: reportTurnedLate,
  AnnouncementComposed: announcementComposed,
  AnnouncementChecked: announcementChecked,
  AnnouncementSent: announcementSent,
  AnnouncementTried: announcementTried,
  AnnouncementTaken: announcementTaken,
  AnnouncementEnded: announcementEnded,
  TaskAdded: taskAdded,
  TaskHeard: taskHeard,
  StepNamed: stepNamed,
  LineStarred: lineStarred,
  CommandHandedOver: commandHandedOver,
  WatchSet: watchSet,
  WatchOver: watchOver,
  IncidentTransferred: incidentTransferred,
  ThreeMinuteDrillEnded: threeMinuteDrillEnded,
  AftercareAdded: aftercareAdded,
  AftercareChanged: aftercareChanged,
  AftercareDone: aftercareDone,
  AftercareWithdrawn: aftercareWithdrawn,
  AftercareCorrected: aftercareCorrected,
  InquiryRecorded: inquiryRecorded,
  ReviewRecorded: reviewRecorded,
  ReviewPassedOver: reviewPassedOver,
  ResultRecorded: resultRecorded,
  PlanActivated: planActivated,
  ActivationConfirmed: activationConfirmed,
  ActivationDeclined: activationDeclined,
  PlanProposed: planProposed,
  ProposalDismissed: proposalDismissed,
  PlanNotStarted: planNotStarted,
  FactAnswered: factAnswered,
  StepsChanged: stepsChanged,
  StepsRestored: stepsRestored,
  StepAccepted: stepAccepted,
  StepFinished: stepFinished,
  StepRepeated: stepRepeated,
  StepLate: stepLate,
  StepExplained: stepExplained,
  StepCorrected: stepCorrected,
  TimePassed: timePassed,
  AlertRaised: alertRaised,
  AlertClimbed: alertEscalated,
  AlertAcknowledged: alertAcknowledged,
  AlertSilenced: alertSilenced,
  AlertCleared: alertCleared,
  AlertShelved: alertShelved,
  AlertChanged: alertChanged,
  AlertRenewed: alertRenewed,
  AttentionChanged: attentionChanged,
  AttentionDue: attentionDue,
  AnswerAssumed: answerAssumed,
  CallRecorded: callRecorded,
  CallerJoined: callerJoined,
  CallerParted: callerParted,
  NewsDismissed: newsDismissed,
  CallerAmended: callerAmended,
  IncidentMerged: incidentMerged,
  IncidentTakenIn: incidentTakenIn,
  IncidentLetGo: incidentLetGo,
  TakenInAmended: takenInAmended,
  CasualtiesCounted: casualtiesCounted,
  CasualtiesAnswered: casualtiesSaid,
  LossEstimated: lossEstimated,
  AccidentKindJudged: accidentKindJudged,
  SeverityJudged: severityJudged,
  ImpactRecorded: impactRecorded,
  LevelChanged: levelChanged,
  PrealertSet: prealertSet,
  PrealertEnded: prealertEnded,
  ListAdded: listAdded,
  ListMarked: listMarked,
  EvidenceRecorded: evidenceRecorded,
  EvidenceMayGo: evidenceMayGo,
  EvidenceReleased: evidenceReleased,
  FileAttached: fileAttached,
  FileWithdrawn: fileWithdrawn,
  IncidentImported: incidentImported,
  IncidentWithdrawn: incidentWithdrawn,
  IncidentTakenOver: incidentTakenOver,
  IncidentContinued: incidentContinued,
}
