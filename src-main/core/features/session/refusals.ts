/** The refusals around the pages that are signed in. */
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'

export const unknownSession = (): Refusal =>
  refuse('unknown-session', localized('这个登录已经结束', 'That sign-in has already ended'))
export const sessionNotEnded = (): Refusal =>
  refuse(
    'session-not-ended',
    localized(
      '没能结束登录：写不进数据目录，请检查磁盘空间和目录权限后再试',
      'It was not ended, because the data folder cannot be written to: check disk space and permissions, then try again',
    ),
  )
