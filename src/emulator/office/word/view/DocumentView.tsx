import { mergeClasses } from '@fluentui/react-components'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { R, attr, kid, kids } from '../dom.ts'
import { refusalOf } from '../protection.ts'
import type { Selection, WordFile } from '../wordFile.ts'
import { Blocks } from './Blocks.tsx'
import { EditorContext, cursorWish, type Editor } from './editor.ts'
import { listLabels, type ListLabel } from './listLabels.ts'
import { useDocumentStyles } from './useDocumentStyles.ts'

/** A header or footer of the last section: the first page's where it has one of its own. */
const storyOf = (word: WordFile, kind: 'header' | 'footer'): Element | null => {
  const section = word.section
  if (!section) return null
  const references = kids(section, `${kind}Reference`)
  const wanted = kid(section, 'titlePg') ? 'first' : 'default'
  const found =
    references.find((each) => attr(each, 'type') === wanted) ??
    references.find((each) => attr(each, 'type') === 'default')
  const id = found?.getAttributeNS(R, 'id')
  const path = word.file.relationships(word.main).find((each) => each.id === id)?.target
  return path && word.file.has(path) ? word.file.tree(path).documentElement : null
}

const none = new Map<Element, ListLabel>()

const versions = new WeakMap<WordFile, number>()

/** Draws again after each change of the document, whoever made it. */
const useVersion = (word: WordFile): number =>
  useSyncExternalStore(
    (redraw) =>
      word.onChange(() => {
        versions.set(word, (versions.get(word) ?? 0) + 1)
        redraw()
      }),
    () => versions.get(word) ?? 0,
  )

/** The open document, plainly: what it says and where its controls are; not how Word would lay it out. */
export const DocumentView = ({ word, select }: { word: WordFile; select(selection: Selection): void }) => {
  const styles = useDocumentStyles()
  const [cursor] = useState(cursorWish)
  useVersion(word)
  // The same all along, so that only what was changed is drawn again.
  const fixed = refusalOf(word, 'writes') !== null
  const editor = useMemo<Editor>(
    () => ({ word, readOnly: fixed, cursor, select }),
    [word, fixed, cursor, select],
  )
  const still = useMemo<Editor>(() => ({ ...editor, readOnly: true }), [editor])
  const labels = listLabels(word)
  const header = storyOf(word, 'header')
  const footer = storyOf(word, 'footer')
  return (
    <article className={styles.page} aria-label="Document">
      {header && (
        <EditorContext value={still}>
          <header className={mergeClasses(styles.story, styles.header)} aria-label="Header of the page">
            <Blocks holder={header} labels={none} />
          </header>
        </EditorContext>
      )}
      <EditorContext value={editor}>
        <Blocks holder={word.body} labels={labels} />
      </EditorContext>
      {footer && (
        <EditorContext value={still}>
          <footer className={mergeClasses(styles.story, styles.footer)} aria-label="Footer of the page">
            <Blocks holder={footer} labels={none} />
          </footer>
        </EditorContext>
      )}
    </article>
  )
}
