/**
 * The addresses of what one may read. A link is a plain `#/…`: it opens with Enter, and the back
 * key returns.
 */
import { hashOf } from './route.ts'

/** The page 当前. */
export const NOW = hashOf(['now'])
/** The list of plans, by document. */
export const LIBRARY = hashOf(['plans'])

/**
 * A plan; in the text of one revision, if that is named; `at` is the id of a step or of a part of
 * the page.
 */
export const planLink = (
  planId: string,
  query: { revision?: string | undefined; at?: string | undefined } = {},
): string => hashOf(['plans', planId], query)
/** A plan document; `at` is a part of its page. */
export const documentLink = (documentId: string, query: { at?: string | undefined } = {}): string =>
  hashOf(['documents', documentId], query)
/** The list of plans, with the form of a new document open. */
export const newDocumentLink = (): string => hashOf(['plans'], { make: 'document' })
/** The paper of which a document was made; `at`: the id of a sentence. */
export const paperLink = (documentId: string, at?: string): string =>
  hashOf(['documents', documentId, 'paper'], { at })
/** The action cards of a plan: of one post, or the first. */
export const cardLink = (planId: string, role?: string, revision?: string): string =>
  hashOf(['plans', planId, 'card', ...(role ? [role] : [])], { revision })
/** The form of a draft; `at`: the part of it that is shown, as the check names it. */
export const editLink = (planId: string, at?: string): string =>
  hashOf(['plans', planId, 'edit'], { at })
/** The form of a draft of a document. */
export const editDocumentLink = (documentId: string): string =>
  hashOf(['documents', documentId, 'edit'])
/** The list of plans, shown in another order: by type, or as the points that are open. */
export const libraryLink = (by: string): string =>
  hashOf(['plans'], by === 'document' ? {} : { by })
/** The settings; `at` is a part of the page. */
export const siteLink = (at?: string): string => hashOf(['site'], { at })
/** Where past incidents are brought in from a table. */
export const IMPORT = hashOf(['site', 'import'])
/** Where a table is taken into a register: people, duty, contacts, places or supplies. */
export const registerImportLink = (register: string): string => hashOf(['site', 'import', register])
/** The history; `query` is a search (pages/history/list/search-address.ts). */
export const historyLink = (query: Readonly<Record<string, string>> = {}): string =>
  hashOf(['history'], query)
/** The record of one incident. */
export const recordLink = (incidentId: string): string => hashOf(['history', incidentId])
/**
 * The monthly reports: all of them, the draft of one month, or one issue of it (0: the first, from
 * 1 on its corrections).
 */
export const reportLink = (month?: string, issue?: number): string =>
  hashOf(['statistics', 'report', ...(month ? [month] : [])], { issue: issue?.toString() })
/** An incident played again. */
export const replayLink = (incidentId: string): string => hashOf(['history', incidentId, 'replay'])
/** The corrective actions; `actionId`: one of them, opened; `show`: which of them. */
export const actionsLink = (actionId?: string, show?: string): string =>
  hashOf(['actions'], { at: actionId, show: show === 'open' ? undefined : show })
/** A part of readiness; `query` is the part's own. */
export const readinessLink = (
  part?: string,
  query: Readonly<Record<string, string | undefined>> = {},
): string => hashOf(['readiness', ...(part && part !== 'list' ? [part] : [])], query)
/** The upkeep of plan documents; `key`: of one of them (`document.mall`). */
export const upkeepLink = (key?: string): string =>
  hashOf(['readiness', 'upkeep', ...(key ? [key] : [])])
/** The talks with authorities and partners. */
export const talksLink = (): string => upkeepLink('talks')
/** The register of risks. */
export const risksLink = (): string => hashOf(['readiness', 'checks', 'risks'])
/** The training sessions. */
export const trainingSessionsLink = (): string => hashOf(['readiness', 'training', 'sessions'])
/** One check, item by item. */
export const checkLink = (checkId: string): string =>
  hashOf(['readiness', 'checks', 'run', checkId])
/** Where an obligation is met: `to` is the path of a page, an action or a part of the settings. */
export function obligationLink(to: readonly string[]): string {
  const [head, at] = to
  if (head === 'actions') return actionsLink(at)
  return head === 'site' ? siteLink(at) : hashOf(to)
}
/** The drills of the year, or one of them; `at` is a part of its page. */
export const drillLink = (drillId?: string, at?: string): string =>
  hashOf(['readiness', 'drills', ...(drillId ? [drillId] : [])], { at })
/** The script of a plan's drills. */
export const drillScriptLink = (planId: string): string =>
  hashOf(['readiness', 'drills', 'script', planId])
/**
 * The supplies; `at`: the id of one, opened, or `takings` or `requests`; `query`: which of them the
 * list shows.
 */
export const suppliesLink = (
  at?: string,
  query: Readonly<Record<string, string | undefined>> = {},
): string => hashOf(['readiness', 'supplies', ...(at ? [at] : [])], query)
/** The power-cut sheet, and what was done on it. */
export const POWER_CUT = hashOf(['power-cut'])
/** The shift handover as it stands now. */
export const HANDOVER = hashOf(['handover'])
/** The handovers of before; `query`: from and until, local dates. */
export const pastHandoversLink = (
  query: { from?: string | undefined; until?: string | undefined } = {},
): string => hashOf(['handover', 'past'], query)
/** A handover of before, whole. */
export const handoverLink = (handoverId: string): string => hashOf(['handover', handoverId])
