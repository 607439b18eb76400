/** Why something is not written in the kind of file that was asked for. */
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'

export const badExport = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '只有一起事件可以导出为档案包（zip）',
      'Only an incident can be written as a package (zip)',
    ),
  )
