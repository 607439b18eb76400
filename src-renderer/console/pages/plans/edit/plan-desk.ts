/** The draft of a plan on its desk, before the parts of the page are put around it. */
import type { CheckedDraft } from '#shared/contract/plans.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import type { EditedPlan } from './draft/draft-types.ts'
import type { DraftDesk } from './use-draft.ts'

export type PlanDesk = DraftDesk<EditedPlan, Plan, CheckedDraft>
