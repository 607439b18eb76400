/** The `PlanSources` port over the plan files of an installation. */
import { lintLibrary, type Finding, type LintedDocument } from '#shared/domain/plan/lint.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import type {
  CheckedDraft,
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
import { parseWritten } from './read.ts'
import { PlanFile } from '#shared/contract/plan-file.ts'
import type { ShippedLibrary } from './shipped.ts'
import { writePlan } from './write.ts'

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

/**
 * What a file says, as JSON would: without values that only YAML knows. Null for one that has no
 * end.
 */
function plain(raw: unknown): PlanDraft | null {
  try {
    const value: unknown = JSON.parse(JSON.stringify(raw))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as PlanDraft)
      : null
  } catch {
    return null
  }
}

/** Drafts are read, checked and written in the company of what is shipped. */
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

  /** The draft stands last: of two plans with one id for a step, it is the one at fault. */
  function among(
    plan: Plan,
    library: readonly Plan[],
    texts: readonly DocumentText[],
  ): readonly PlanFinding[] {
    const others = library.filter(({ id }) => id !== plan.id)
    const namesake =
      library.find(({ id }) => id === plan.id) ?? plans.find(({ id }) => id === plan.id)
    const was = new Set(
      before(library, texts).map(({ planId, path, code }) => `${planId} ${path} ${code}`),
    )
    const findings = lint([...others, plan], texts)
    return [
      ...(namesake && namesake.document !== plan.document
        ? [
            error(
              'duplicate-plan',
              'id',
              `预案编号“${plan.id}”已用于《${namesake.documentTitle.zh}》`,
              `The plan id “${plan.id}” is used in “${namesake.documentTitle.en}”`,
            ),
          ]
        : []),
      ...findings
        .filter(({ planId }) => planId === plan.id)
        .map(({ severity, code, path, message }) => ({ severity, code, path, message })),
      ...findings.flatMap((finding) => {
        const other =
          finding.severity === 'error' ? others.find(({ id }) => id === finding.planId) : undefined
        return other && !was.has(`${finding.planId} ${finding.path} ${finding.code}`)
          ? [elsewhere(finding, other)]
          : []
      }),
    ]
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

  function check(draft: PlanDraft, library: readonly Plan[], texts = NONE): CheckedDraft {
    const read = PlanFile.safeParse(draft)
    if (!read.success) {
      const faults = explained(read.error.issues, draft)
      return {
        findings: [...faults, ...beside(draft, library, texts)].slice(0, MOST_FINDINGS),
        plan: null,
      }
    }
    const document = documentOf(read.data.document, texts)
    if (!document)
      return {
        findings: [
          error(
            'no-document',
            'document',
            `没有“${read.data.document}”这份预案文件`,
            `There is no document “${read.data.document}”`,
          ),
        ],
        plan: null,
      }
    const plan = mergePlan(document, read.data)
    return { findings: among(plan, library, texts), plan }
  }

  return {
    plans: () => plans,
    documents: () => pages,
    source,
    parse(yaml) {
      const parsed = parseWritten(yaml, '')
      if ('findings' in parsed)
        return {
          ok: false,
          findings: parsed.findings.map(({ severity, code, path, message }) => ({
            severity,
            code,
            path,
            message,
          })),
        }
      const draft = plain(parsed.raw)
      if (typeof draft?.id === 'string') return { ok: true, planId: draft.id, draft }
      return {
        ok: false,
        findings: [
          error(
            'missing',
            'id',
            '没有预案编号（id）。这里只收本程序导出的预案文件（.yaml）；纸上的预案请新建后逐条填写',
            'It has no plan id. Only a plan file exported by this program (.yaml) can be imported; start a plan that is on paper as a new one',
          ),
        ],
      }
    },
    write: writePlan,
    check,
    ...documentSources({ dataOf, linted: allLinted, documentOf, check }),
  }
}
