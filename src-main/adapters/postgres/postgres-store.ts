/** Fulfils the store of HQ with a database of the PostgreSQL family, over three functions. */
import type { HqStore } from '#main/hq/hq-ports.ts'
import { foldStatements } from './fold-statements.ts'
import { monthStatements } from './month-statements.ts'
import { orderStatements } from './order-statements.ts'
import { pushStatements } from './push-statements.ts'
import { siteStatements } from './site-statements.ts'
import type { Sql } from './sql.ts'

export const openStore = (sql: Sql): HqStore => ({
  ...siteStatements(sql),
  ...pushStatements(sql),
  ...orderStatements(sql),
  ...foldStatements(sql),
  ...monthStatements(sql),
})
