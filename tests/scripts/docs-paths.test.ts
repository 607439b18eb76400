/**
 * Every path of the repository that a paper names is there, every link of a paper leads somewhere,
 * and the functions in the walks of docs/architecture.md stand in the files beside them.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const pages = globSync(['*.md', 'docs/**/*.md', '{src-*,tests,scripts,resources}/**/README.md'], {
  cwd: root,
  exclude: (path) => path.includes('node_modules'),
}).sort()
const textOf = (page: string): string =>
  readFileSync(join(root, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '')

const AT_ROOT = /^(?:src-(?:shared|main|renderer)|tests|scripts|docs|resources)\//
const RELATIVE = /^(?:\.\.?\/)?[\w-]+(?:[/.-][\w-]+)*\.(?:ts|vue|mjs|css|yaml|json|md)$/
const OPEN = /[<*…{]/

/** As far as it is written out: `resources/plans/<document>/` names a folder. */
const written = (path: string): string => {
  const parts = path.split('/')
  const open = parts.findIndex((part) => OPEN.test(part))
  return open < 0 ? path : parts.slice(0, open).join('/')
}

const isThere = (path: string): boolean => existsSync(join(root, path))

/**
 * Whether a README's path leads somewhere: from its own folder, or from the root; a bare name may
 * lie anywhere below the folder.
 */
const isNear = (folder: string, path: string): boolean =>
  isThere(join(folder, path)) ||
  isThere(path) ||
  (!path.includes('/') && globSync(`${folder}/**/${path}`, { cwd: root }).length > 0)

/** Paths in code type that lead nowhere. */
function lostIn(page: string): string[] {
  const folder = dirname(page)
  const isOfFolder = folder !== '.' && !folder.startsWith('docs')
  return [...textOf(page).matchAll(/`([^`\s]+)`/g)]
    .map(([, code = '']) => code)
    .filter((code) =>
      AT_ROOT.test(code)
        ? !isThere(written(code))
        : isOfFolder && RELATIVE.test(code) && !isNear(folder, code),
    )
}

describe.each(pages)('%s', (page) => {
  it('names paths that are there', () => {
    expect(lostIn(page)).toEqual([])
  })

  it('has links that lead to a file', () => {
    const links = [...textOf(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^[a-z]+:/.test(link))
    expect(links.filter((link) => !isThere(join(dirname(page), link)))).toEqual([])
  })
})

it('no README of a folder is longer than thirty lines', () => {
  const long = pages
    .filter((page) => page.endsWith('/README.md'))
    .filter((page) => readFileSync(join(root, page), 'utf8').trimEnd().split('\n').length > 30)
  expect(long).toEqual([])
})

/** In a row of a walk a name in code type belongs to the path before it in the row. */
function misplaced(row: string): string[] {
  const codes = [...row.matchAll(/`([^`]+)`( of `([^`]+)`)?/g)]
  let file = ''
  return codes.flatMap(([, code = '', , of]) => {
    if (AT_ROOT.test(code)) {
      file = code
      return []
    }
    const place = of && AT_ROOT.test(of) ? of : file
    const isName = /^[A-Za-z]\w*$/.test(code)
    if (!isName || !/\.\w+$/.test(place)) return []
    const text = readFileSync(join(root, place), 'utf8')
    return new RegExp(`\\b${code}\\b`).test(text) ? [] : [`${code} in ${place}`]
  })
}

it('the walks of docs/architecture.md name functions that stand in their files', () => {
  const rows = textOf('docs/architecture.md')
    .split('\n')
    .filter((line) => /^\| [^|]*\| `src-/.test(line))
  expect(rows.length).toBeGreaterThan(30)
  expect(rows.flatMap(misplaced)).toEqual([])
})
