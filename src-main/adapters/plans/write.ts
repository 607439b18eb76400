/**
 * Writes a plan, or a whole document with its plans, as a file in the manner of
 * docs/plan-format.md. What it writes reads back as the same; it corrects nothing.
 */
import type { Document, Node } from 'yaml'
import type { PlanDraft } from '#main/core/ports.ts'
import type { PackedFile } from '#shared/domain/site-document/package-files.ts'
import type { DocumentDraft } from '#shared/domain/site-document/draft.ts'
import { DocumentFile } from '#shared/contract/document-file.ts'
import { PlanFile } from '#shared/contract/plan-file.ts'
import { yaml } from './yaml.ts'

const LONGEST = 110 // characters of what may stand on one line

const DOCUMENT = Object.keys(DocumentFile.shape)
const PLAN = Object.keys(PlanFile.shape)
const STEP = Object.keys(PlanFile.shape.steps.element.shape)

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Keys in the order of the guide; those that it does not know come last, as they stood. */
const ordered = (
  value: Record<string, unknown>,
  order: readonly string[],
): Record<string, unknown> =>
  Object.fromEntries([
    ...order.filter((key) => Object.hasOwn(value, key)).map((key) => [key, value[key]] as const),
    ...Object.entries(value).filter(([key]) => !order.includes(key)),
  ])

function inOrder(draft: PlanDraft): Record<string, unknown> {
  const plan = ordered(draft, PLAN)
  return Array.isArray(plan.steps)
    ? {
        ...plan,
        steps: plan.steps.map((step: unknown) => (isPlain(step) ? ordered(step, STEP) : step)),
      }
    : plan
}

/** How long it would be on one line, roughly: what it says and the signs between. */
const lengthOf = (node: unknown): number => {
  const { isMap, isScalar, isSeq } = yaml()
  if (isScalar(node)) return String(node.value).length + 2
  if (isSeq(node)) return node.items.reduce((sum: number, item) => sum + lengthOf(item), 2)
  if (isMap(node))
    return node.items.reduce(
      (sum: number, { key, value }) => sum + lengthOf(key) + lengthOf(value),
      2,
    )
  return 0
}

/** How many nodes at most lie above what has lines of its own: in a plan, in a whole document. */
const TOP = { plan: 4, whole: 7 } as const

/**
 * A text in both languages, a limit, a condition: whatever is short stands on one line. Steps and
 * questions have lines of their own.
 */
function flow(document: Document, most: number): void {
  const { isMap, visit } = yaml()
  visit(document, {
    Collection(_key, node, path) {
      if (node === document.contents || node.items.length === 0) return undefined
      // the lists of steps and of start rules, the questions, and what is in them
      const top = path.length <= most
      const large = top && (isMap(node) ? node.items.length > 2 : node.items.some(isMap))
      if (large || lengthOf(node) > LONGEST) return undefined
      node.flow = true
      return visit.SKIP
    },
  })
}

/** Words that an older reader would take for yes or no are quoted. */
function fileOf(value: Record<string, unknown>, most: number): string {
  const document = new (yaml().Document<Node>)(value, {
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
  })
  flow(document, most)
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, singleQuote: true })
}

/** The text of a plan file. */
export const writePlan = (draft: PlanDraft): string => fileOf(inOrder(draft), TOP.plan)

/**
 * The text of a file with a whole document in it: `format` says that it is one. The bytes of
 * `attachments` come behind it.
 */
export const writeWhole = (
  format: string,
  document: DocumentDraft,
  plans: readonly PlanDraft[],
  attachments: readonly PackedFile[] = [],
): string =>
  fileOf(
    {
      ...{ format, document: ordered(document, DOCUMENT), plans: plans.map(inOrder) },
      ...(attachments.length > 0 && { attachments }),
    },
    TOP.whole,
  )
