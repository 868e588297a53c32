import { makeStyles, Textarea } from '@fluentui/react-components'
import { Phrase } from '../../domain/records/phrase.ts'
import { View } from '../../domain/records/view.ts'
import { withPhrase } from '../../domain/rules/phrases.ts'
import { PhraseButton } from '../phrases/PhraseButton.tsx'
import type { ControlProps } from './control.ts'
import { useGrow } from './useGrow.ts'
import { useTyped } from './useTyped.ts'

const useStyles = makeStyles({
  box: { position: 'relative', width: '100%' },
  root: { width: '100%' },
  area: { maxHeight: 'none', minHeight: '64px', overflow: 'hidden' },
})

/** A phrase of the school’s isn’t somebody’s own words, nor a phrase of itself. */
const ownWords: readonly unknown[] = [View.fields.words, Phrase.fields.text]

/** Grows with its text: a person sees all that they wrote. */
export const LongTextControl = (props: ControlProps<'longText'>) => {
  const styles = useStyles()
  const { text, change, leave } = useTyped(props)
  const area = useGrow(text)
  const put = (phrase: string) => {
    const { selectionStart: from, selectionEnd: to } = area.current ?? { selectionStart: 0, selectionEnd: 0 }
    const next = withPhrase(text, from, to, phrase)
    change(next.text)
    // After the text is drawn and the list has given the focus back.
    setTimeout(() => {
      area.current?.focus()
      area.current?.setSelectionRange(next.cursor, next.cursor)
    })
  }
  return (
    <div className={styles.box} data-phrases>
      <Textarea
        className={styles.root}
        textarea={{ ref: area, className: styles.area, dir: 'auto' }}
        value={text}
        readOnly={props.readOnly}
        onChange={(_, { value }) => change(value)}
        onBlur={leave}
      />
      {!props.readOnly && !ownWords.includes(props.field) && (
        <PhraseButton field={props.field.label} onPhrase={put} />
      )}
    </div>
  )
}
