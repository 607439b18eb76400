/**
 * The style of the pages without script, with the font that the build has bundled for the faces.
 */
import { posix } from 'node:path'
import { NO_STORE } from '#main/adapters/http/headers.ts'
import type { Page, Pages } from '#main/adapters/http/built-pages.ts'

export const PLAIN_STYLE = '/plain.css'

const STYLE = `
:root { color-scheme: dark; }
body { margin: 0; padding: 32px 40px; background: #14181d; color: #d5dae0; font: 20px/1.5 'Noto Sans SC Variable', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif; }
h1 { margin: 0 0 8px; font-size: 28px; color: #eceff2; }
p { margin: 0 0 12px; max-width: 60em; }
.quiet { color: #9aa4af; }
.bad { padding: 4px 12px; background: #f4f6f8; color: #0b0e11; font-weight: 700; }
section { border-top: 1px solid #65717d; padding: 12px 0; }
h2 { margin: 0; font-size: 24px; color: #eceff2; }
ul { margin: 4px 0 0; padding: 0; list-style: none; }
li { padding: 4px 12px; }
li.open { background: #f4f6f8; color: #0b0e11; font-weight: 700; }
.mark { border: 1px solid currentcolor; padding: 0 8px; margin-right: 8px; }
`

/** The font rules of every built stylesheet, without doubles, with addresses from the root. */
function fontFaces(pages: Pages): string[] {
  const rules = [...pages].flatMap(([address, page]) => {
    if (!page.type.startsWith('text/css')) return []
    const faces = new TextDecoder().decode(page.bytes).match(/@font-face\s*\{[^}]*\}/g) ?? []
    return faces.map((face) =>
      face.replace(
        /url\((["']?)(?!data:|\/)([^)"']+)\1\)/g,
        (_all, _quote, file: string) => `url(${posix.join(posix.dirname(address), file)})`,
      ),
    )
  })
  return [...new Set(rules)]
}

/** The built pages together with this style. Without a build, a font of the system is shown. */
export function withPlainStyle(pages: Pages): Pages {
  const bytes = new Uint8Array(Buffer.from([...fontFaces(pages), STYLE].join('\n')))
  const style: Page = { bytes, type: 'text/css; charset=utf-8', cache: NO_STORE }
  return new Map([...pages, [PLAIN_STYLE, style]])
}
