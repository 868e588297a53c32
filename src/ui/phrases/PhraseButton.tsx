import { inWords, t } from '../../words/t.ts'
import {
  Button,
  FieldContextProvider,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components'
import { TextQuoteRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState } from 'react'

const PhraseList = lazy(async () => ({ default: (await import('./PhraseList.tsx')).PhraseList }))

const useStyles = makeStyles({
  // Beside the text, not over it: seen while a person is in the field or points at it.
  button: {
    position: 'absolute',
    right: 0,
    top: '100%',
    zIndex: 1,
    minWidth: 0,
    height: '22px',
    padding: '0 6px',
    opacity: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: tokens.colorNeutralBackground1,
    '[data-phrases]:hover > &, [data-phrases]:focus-within > &, &[aria-expanded=true]': { opacity: 1 },
  },
  surface: { width: 'min(420px, 90vw)', maxHeight: 'min(420px, 70vh)', overflowY: 'auto', padding: '12px' },
})

/** The school’s own phrases beside a long text. Its parent is placed and marked `data-phrases`. */
export const PhraseButton = ({ field, onPhrase }: { field: string; onPhrase: (text: string) => void }) => {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  return (
    <Popover open={open} onOpenChange={(_, data) => setOpen(data.open)} trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          icon={<TextQuoteRegular />}
          aria-label={t`Phrases for ${inWords(field)}`}
        >{t`Phrases`}</Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t`The school’s phrases`}>
        {/* Else the search would take the label of the field beside which the button stands. */}
        <FieldContextProvider value={undefined}>
          <Suspense fallback={null}>
            <PhraseList
              field={field}
              onPhrase={(text) => {
                setOpen(false)
                onPhrase(text)
              }}
            />
          </Suspense>
        </FieldContextProvider>
      </PopoverSurface>
    </Popover>
  )
}
