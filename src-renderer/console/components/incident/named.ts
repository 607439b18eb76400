/** Who must say that they heard of a task, or of a step of a plan. */
import type { BoardStep } from '#shared/domain/board/types.ts'

export const namedOf = ({
  task,
  named,
}: Partial<Pick<BoardStep, 'task' | 'named'>>): NonNullable<BoardStep['named']> =>
  task?.named ?? named ?? []
