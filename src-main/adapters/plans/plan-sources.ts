/** The `PlanSources` port over the plan files of an installation. */
import { lintLibrary, type Finding, type LintedDocument } from '#shared/domain/plan/lint.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import type { DocumentData } from '#shared/contract/document-file.ts'
import type {
  CheckedDraft,
  CheckedTogether,
  CompanyOfDrafts,
  DocumentText,
  PlanDraft,
  PlanFinding,
  PlanSources,
} from '#main/core/ports.ts'
import { documentSources } from './document-sources.ts'
import { explained, MOST_FINDINGS } from './explain.ts'
import { lintedDocument } from './inspect.ts'
import { mend } from './mend.ts'
import { mergePlan } from './merge.ts'
import { pagesOf } from './pages.ts'
import { PlanFile } from '#shared/contract/plan-file.ts'
import type { ShippedLibrary } from './shipped.ts'

const error = (code: string, path: string, zh: string, en: string): PlanFinding => ({
  severity: 'error',
  code,
  path,
  message: localized(zh, en),
})

/** A fault that the draft brings into another plan: it stands there, but the draft is to blame. */
const elsewhere = ({ code, path, message }: Finding, plan: Plan): PlanFinding =>
  error(
    code,
    '',
    `《${plan.title.zh}》会出错（${path}）：${message.zh}`,
    `It would break “${plan.title.en}” (${path}): ${message.en}`,
  )

/** What the linter found of a plan, as a finding of its draft. */
const ofDraft = ({ severity, code, path, message }: Finding): PlanFinding => ({
  severity,
  code,
  path,
  message,
})

/** Drafts are read and checked in the company of what is shipped. */
export function planSources({
  documents,
  plans,
  source,
}: Pick<ShippedLibrary, 'documents' | 'plans' | 'source'>): PlanSources {
  const dataOf = new Map(documents.map((document) => [document.id, document]))
  const linted = documents.map(lintedDocument)
  const pages = documents.map(pagesOf)
  const NONE: readonly DocumentText[] = []
  // what is wrong with a library without the draft, by plans and the site's own documents
  const known = new WeakMap<
    readonly Plan[],
    { documents: readonly DocumentText[]; findings: readonly Finding[] }
  >()

  const allLinted = (texts: readonly DocumentText[]): readonly LintedDocument[] =>
    texts.length === 0 ? linted : [...linted, ...texts.map(({ page }) => page)]

  function lint(library: readonly Plan[], texts: readonly DocumentText[]): readonly Finding[] {
    return lintLibrary({ documents: allLinted(texts), plans: library })
  }
  function before(library: readonly Plan[], texts: readonly DocumentText[]): readonly Finding[] {
    const latest = known.get(library)
    if (latest?.documents === texts) return latest.findings
    const findings = lint(library, texts)
    known.set(library, { documents: texts, findings })
    return findings
  }

  /**
   * The findings of each of these plans, and what they bring into others. They stand last: of two
   * plans with one id for a step, theirs is the one at fault.
   */
  function together(
    checked: readonly Plan[],
    { plans: library, documents: texts, before: inForce }: CompanyOfDrafts,
  ): {
    findings: readonly (readonly PlanFinding[])[]
    broken: CheckedTogether['broken']
  } {
    const ids = new Set(checked.map(({ id }) => id))
    const others = library.filter(({ id }) => !ids.has(id))
    const was = new Set(
      before(library, inForce).map(({ planId, path, code }) => `${planId} ${path} ${code}`),
    )
    const findings = lint([...others, ...checked], texts)
    const byPlan = Map.groupBy(findings, ({ planId }) => planId)
    const elsewhereOf = (plan: Plan): readonly PlanFinding[] => {
      const isNamesake = ({ id }: Plan): boolean => id === plan.id
      const namesake = library.find(isNamesake) ?? plans.find(isNamesake)
      return namesake && namesake.document !== plan.document
        ? [
            error(
              'duplicate-plan',
              'id',
              `预案编号“${plan.id}”已用于《${namesake.documentTitle.zh}》`,
              `The plan id “${plan.id}” is used in “${namesake.documentTitle.en}”`,
            ),
          ]
        : []
    }
    return {
      findings: checked.map((plan) => [
        ...elsewhereOf(plan),
        ...(byPlan.get(plan.id) ?? []).map(ofDraft),
      ]),
      broken: others.flatMap((other) =>
        (byPlan.get(other.id) ?? [])
          .filter(
            ({ severity, path, code }) =>
              severity === 'error' && !was.has(`${other.id} ${path} ${code}`),
          )
          .map((finding) => ({ planId: other.id, finding: elsewhere(finding, other) })),
      ),
    }
  }

  function among(
    plan: Plan,
    library: readonly Plan[],
    texts: readonly DocumentText[],
  ): readonly PlanFinding[] {
    const company = { plans: library, documents: texts, before: texts }
    const { findings, broken } = together([plan], company)
    return [...findings.flat(), ...broken.map(({ finding }) => finding)]
  }

  const documentOf = (id: string, texts: readonly DocumentText[]) =>
    dataOf.get(id) ?? texts.find(({ data }) => data.id === id)?.data

  /** What the rules find in whatever of a draft can be read, although its writing has faults. */
  function beside(
    draft: PlanDraft,
    library: readonly Plan[],
    texts: readonly DocumentText[],
  ): readonly PlanFinding[] {
    const mended = mend(draft)
    const document = mended && documentOf(mended.data.document, texts)
    if (!document) return []
    return among(mergePlan(document, mended.data), library, texts).filter(
      (finding) => finding.path !== '' && mended.tells(finding),
    )
  }

  const merged = new WeakMap<PlanDraft, WeakMap<DocumentData, Plan>>()

  /** The same plan for the same draft and document, so that it is linted once, too. */
  function merge(draft: PlanDraft, texts: readonly DocumentText[]): Plan | null {
    const id = (draft as PlanDraft | null)?.['document'] // of a file that says nothing
    const document = typeof id === 'string' ? documentOf(id, texts) : undefined
    if (!document) return null
    const ofDraft = merged.get(draft) ?? new WeakMap<DocumentData, Plan>()
    merged.set(draft, ofDraft)
    const known = ofDraft.get(document)
    if (known) return known
    const read = PlanFile.safeParse(draft)
    if (!read.success) return null
    const plan = mergePlan(document, read.data)
    ofDraft.set(document, plan)
    return plan
  }

  /** Why a draft that gave no plan did not; with what the rules find in what can be read of it. */
  function faultsOf(
    draft: PlanDraft,
    library: readonly Plan[],
    texts: readonly DocumentText[],
  ): readonly PlanFinding[] {
    const read = PlanFile.safeParse(draft)
    return read.success
      ? [
          error(
            'no-document',
            'document',
            `没有“${read.data.document}”这份预案文件`,
            `There is no document “${read.data.document}”`,
          ),
        ]
      : [...explained(read.error.issues, draft), ...beside(draft, library, texts)].slice(
          0,
          MOST_FINDINGS,
        )
  }

  function checkTogether(drafts: readonly PlanDraft[], company: CompanyOfDrafts): CheckedTogether {
    const { plans: library, documents: texts } = company
    const read = drafts.map((draft) => ({ draft, plan: merge(draft, texts) }))
    const sound = read.flatMap(({ plan }) => plan ?? [])
    const { findings, broken } = together(sound, company)
    const byPlan = new Map(sound.map((plan, index) => [plan, findings[index] ?? []]))
    return {
      drafts: read.map(({ draft, plan }) => ({
        plan,
        findings: plan ? (byPlan.get(plan) ?? []) : faultsOf(draft, library, texts),
      })),
      broken,
    }
  }

  function check(draft: PlanDraft, library: readonly Plan[], texts = NONE): CheckedDraft {
    const company = { plans: library, documents: texts, before: texts }
    const { drafts, broken } = checkTogether([draft], company)
    const { plan = null, findings = [] } = drafts[0] ?? {}
    return { plan, findings: [...findings, ...broken.map(({ finding }) => finding)] }
  }

  return {
    plans: () => plans,
    documents: () => pages,
    source,
    check,
    checkTogether,
    merge,
    ...documentSources({ dataOf, linted: allLinted, checkTogether }),
  }
}
