/**
 * The steps of a plan as a page lists them: by stage, and in a stage by the post that owns them.
 */
import { STAGES, type Plan, type Stage, type Step } from '#shared/domain/plan/plan.ts'

export type StageGroup = {
  stage: Stage
  posts: readonly { role: string; steps: readonly Step[] }[]
  count: number
}

/** Stages that have steps, in their order; posts in the order of their first step. */
export const stagesOf = ({ steps }: Pick<Plan, 'steps'>): readonly StageGroup[] =>
  STAGES.flatMap((stage): readonly StageGroup[] => {
    const ofStage = steps.filter((step) => step.stage === stage)
    const posts = [...new Set(ofStage.map(({ role }) => role))].map((role) => ({
      role,
      steps: ofStage.filter((step) => step.role === role),
    }))
    return ofStage.length === 0 ? [] : [{ stage, posts, count: ofStage.length }]
  })

/** The clauses of something, its own first, each once. */
export const clausesOf = ({
  clause,
  clauses = [],
}: {
  clause: string
  clauses?: readonly string[]
}): readonly string[] => [...new Set([clause, ...clauses])]
