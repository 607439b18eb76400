/** Finds the page that an address names in the table of pages that the shell is given. */
import type { Component } from 'vue'
import type { KeyOf } from '../../i18n/index.ts'
import type { ConsoleWords } from '../../i18n/console.zh.ts'
import { hashOf, type Place } from '../base/route.ts'

/** `heads`: what an address of this page begins with; the first is the page's own. */
export type MenuPage = {
  id: string
  title: KeyOf<ConsoleWords>
  heads: readonly [string, ...string[]]
  component: Component
}

/**
 * A page without an entry of its own in the menu: `menu` is the id of the page it belongs to,
 * `path` is how its address begins.
 */
export type SubPage = { id: string; menu: string; path: readonly string[]; component: Component }

export type PageTable = {
  menu: readonly [MenuPage, ...MenuPage[]]
  below: readonly SubPage[]
  /** Component names of pages that stay alive while another one is shown. */
  alive: readonly string[]
}

/** What is shown: its own id, and the page of the menu that it belongs to. */
export type ShownPage = { id: string; menu: string; component: Component }

/** The page of a place; an address that names none means the first. */
export function pageOf(table: PageTable, { path }: Place): ShownPage {
  const below = table.below.find((page) => page.path.every((part, index) => path[index] === part))
  if (below) return below
  const page = table.menu.find(({ heads }) => heads.includes(path[0] ?? '')) ?? table.menu[0]
  return { id: page.id, menu: page.id, component: page.component }
}

export const linkOf = ({ heads: [head] }: MenuPage): string => hashOf([head])
