/** The words of the plan pages in English, in the shape of the Chinese ones. */
import type { PlansWords } from './plans.zh.ts'

export const plansEn: PlansWords = {
  join: ', ', comma: ', ', colon: ': ', semicolon: '; ',
  again: 'Read again', toLibrary: 'Back to the plans',
  completeness: { complete: 'complete', incomplete: 'incomplete' },
  mark: {
    own: 'of this site', draft: 'has a draft', abolished: 'abolished', incomplete: 'source incomplete', annexTo: 'annex to “{plan}”', proposed: 'proposed', prohibits: 'Never', lifeSafety: 'Life safety', required: 'needed before closing', confirms: 'confirms the activation',
  },
  legal: { naturalDisaster: 'Natural disaster', accidentDisaster: 'Accident disaster', publicHealth: 'Public health', socialSecurity: 'Public security' },
  library: {
    newPlan: 'New plan…', import: 'Import…', newDrafts: 'Drafts of new plans', newDraftsSay: 'cannot be activated before they are approved', savedBy: '{by}, saved {day}',
    title: 'Plans', order: 'Order', by: { document: 'By document', type: 'By type', open: 'Open points' }, search: 'Find a plan', searchHint: 'title, words of callers, pinyin', none: 'No such plan: try another word',
    documents: 'Documents', plans: 'Plans', steps: 'Steps', ofThemTimed: '{count} timed', proposedSteps: 'Proposed steps', notInSource: 'not in the source', openPoints: 'Open points', typesWithout: 'Types without a plan',
    byDocumentHead: 'Document and plans', short: 'On the wall', stepsTimed: 'Steps / timed', proposed: 'Proposed', open: 'Open', completeness: 'Source',
    type: 'Type of incident', words: 'What callers say', legal: 'Legal class', noPlan: 'no plan', withoutTitle: '{count} types have no plan yet',
  },
  plan: {
    about: 'Summary', edit: 'Edit', document: 'Document', sites: 'Sites', types: 'Types', level: 'Response level', levelOthers: 'besides {levels}', commander: 'Commander', activation: 'Provisional start', activationSays: '{by} may start it, {confirmedBy} confirms',
    base: 'Base plan', baseSays: 'both run together', replaces: 'in place of its: {steps}', annexes: 'Annexes', start: 'Starts by itself', startProposes: '{why}: the station proposes it', startActivates: '{why}: the station starts it', triggers: 'Callers say',
    sharedPoints: '{count} more for the whole document', noOpenPoints: 'Nothing is open', questions: 'Questions', questionsSay: 'who answers, what is meant, which steps hang on it', noQuestions: 'No questions: every step is done', timed: 'Timed steps', posts: 'Posts', steps: 'Steps',
    stepsSay: 'by stage and post; limits on the right, clauses and what they ask beside', notCurrent: 'This is not the text in force', newerSays: 'A running incident ends with the text it started with; a newer one is for later incidents.', showCurrent: 'Show the text in force',
  },
  fact: { byCalendar: 'By the calendar', number: 'a number, unit: {unit}', estimate: 'an estimate, unit: {unit}', several: 'several may hold', recordOnly: 'only recorded', criterion: 'Meaning', decides: 'decides steps: {count}' },
  flow: {
    title: 'Flow', says: 'stages from left to right; a diamond is a question, each answer leads to its steps', always: 'Always', starts: 'to a plan', question: 'Question', timed: 'with a limit', order: 'only after', nothing: 'no further steps',
  },
  step: {
    when: 'If', after: 'After', helpers: 'Helpers', calls: 'Calls', say: 'Say', announce: 'On the wall', materials: 'Supplies', list: 'List', listSays: '{of}; order: {order}', evidence: 'Evidence', evidenceSays: '{what}, kept for at least {days} days',
    repeat: 'Again', starts: 'Then starts', emptySlot: 'the source has no such plan', handsOver: 'this plan ends here', late: 'Ladder', from: 'from {anchor}',
  },
  blank: { place: 'place', narrative: 'what happened', reporter: 'caller', dispatcher: 'your name' },
  revision: {
    title: 'Revision record', says: 'text shown: {revision}', number: 'Number', kind: 'Kind', at: 'Date', by: 'By', approvedBy: 'Approved by', why: 'Why', steps: 'Steps', text: 'Text', thisOne: 'this page',
    kinds: { made: 'made', revised: 'revised', abolished: 'abolished', shipped: 'shipped' }, shippedSays: 'Came with the program; nobody here has approved it', approved: 'approved by {by}',
  },
  document: {
    about: 'Summary', number: 'Number', noNumber: 'none in the source', parent: 'derived from “{name}”', purpose: 'Purpose', scope: 'Scope', principles: 'Principles', legalBases: 'Legal bases', definitions: 'Terms', organisation: 'Organisation',
    organisationSays: 'who is under whom, what each does, who stands in', post: 'Post', posts: 'Posts', duty: 'Duty', aliases: 'Also called', substitutes: 'Substitutes', own: 'The site', outside: 'Outside', commands: 'commands', group: 'group', under: ', under {name}',
    levels: 'Response levels', levelsSay: 'level 1 is the highest', usual: 'usual', readiness: 'Readiness', readinessSays: 'before anything happens', monthly: 'every month', every: 'every {months} months', supplies: 'Supplies', contacts: 'Contacts', contactsSay: 'people and numbers of posts stand in the roster', aftermath: 'Aftermath',
    aftermathSays: 'after every event', types: 'Types', planSays: 'steps {steps}, timed {timed}', nothing: 'Nothing in the source', noRevisions: 'The record is empty in the source',
  },
  rank: { national: 'national', provincial: 'provincial', municipal: 'municipal', site: 'site' },
  readiness: { prevention: 'Prevention', training: 'Training', drill: 'Drill', review: 'Review', check: 'Check', supply: 'Restocking' },
  supply: { fire: 'Fire', medical: 'First aid', tool: 'Tools', communication: 'Communication', document: 'Papers', other: 'Other' },
  contact: { fire: 'Fire', police: 'Police', medical: 'Ambulance', power: 'Power', gas: 'Gas', property: 'Property', media: 'Media', authority: 'Superiors', internal: 'Internal', other: 'Other' },
  card: {
    open: 'Action card', title: 'Action card', of: 'Action card of {post}', choose: 'Choose a post', preview: 'Preview', print: 'Print this card', printAll: 'Print all: {count}', steps: 'steps {count}', questions: 'questions {count}', tellings: 'alerts {count}', never: 'Never', judge: 'You judge', do: 'What you do',
    told: 'You are told when others are late', if: 'If: {when}', helps: 'helps {post}', call: 'Call {who}', revision: 'Revision {revision}', printed: 'Printed {day}', commander: 'Commander: {post}',
  },
}
