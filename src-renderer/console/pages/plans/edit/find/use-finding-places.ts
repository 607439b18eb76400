/** Where a finding of a plan stands: the part and the field, as the form calls them. */
import type { PlanFinding } from '#shared/contract/plans.ts'
import { useText } from '#renderer/i18n/index.ts'
import { nodeOf } from '../draft/draft-path.ts'
import { useEditDesk } from '../edit-desk.ts'
import { useEditWords } from '../editor-words.ts'
import { labelOf } from '../forms/labels.ts'
import { fieldOf, nameOf } from './findings-by-place.ts'

export function useFindingPlaces(): {
  where: (finding: PlanFinding) => string
  /** The name of the field in the form, else its path. */
  fieldName: (finding: PlanFinding) => string
} {
  const t = useEditWords()
  const { tr } = useText()
  const { draft } = useEditDesk()
  return {
    where({ path }) {
      const node = nodeOf(draft.value, path)
      const name = nameOf(draft.value, node)
      return name
        ? tr(name) || t(node.kind === 'fact' ? 'fact.untitled' : 'step.untitled')
        : t(node.kind === 'start' ? 'start.title' : 'plan.head')
    },
    fieldName({ path }) {
      const field = fieldOf(draft.value, path)
      const key = labelOf(nodeOf(draft.value, path), field)
      return key ? t(key) : field
    },
  }
}
