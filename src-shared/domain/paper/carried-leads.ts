/**
 * Whom a part of the paper is about where its own words do not say: the row of a table of posts
 * (岗位, 人员, 职责), and 总指挥职责： on a line of its own above its items.
 */
import type { Block } from './outline.ts'

const DUTIES = /职责|任务|分工/
const POSTS = /^(?:应急)?(?:岗位|职务|角色|组别|小组|工作组|机构|部门)(?:名称)?$/
const ALONE = /^([^，。；：]{2,14}职责)(?:如下)?：?$/

/** Whether a part is a cell of a table that gives posts their duties. */
export const isOfPosts = ({ over }: Block): boolean =>
  over !== null &&
  over.row.some((title) => POSTS.test(title)) &&
  over.row.some((title) => DUTIES.test(title))

/** Whether it stands in the first row of its table, which names the columns. */
export const isTableHead = ({ over }: Block): boolean => over?.column === ''

/** By the index of a block, as the words before a colon would be; empty: nobody is named above. */
export function carriedLeads(blocks: readonly Block[]): readonly string[] {
  let post = '' // of the row of a table
  let above: { lead: string; style: string | null } | null = null
  return blocks.map((block) => {
    const { over, label, plain } = block
    if (over && isOfPosts(block)) {
      if (isTableHead(block)) post = ''
      else if (POSTS.test(over.column)) post = plain
      return isTableHead(block) ? '' : post
    }
    const alone = label === null ? ALONE.exec(plain)?.[1] : undefined
    if (alone !== undefined) above = { lead: alone, style: null }
    else if (above && label && (above.style ?? label.style) === label.style)
      above = { ...above, style: label.style }
    else above = null
    return above && alone === undefined ? above.lead : ''
  })
}
