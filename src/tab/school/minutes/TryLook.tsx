import { t } from '../../../words/t.ts'
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useId, useRef } from 'react'
import { exampleDocument } from '../../../documents/design/example.ts'
import { docxOf } from '../../../documents/docx.ts'
import { docxType } from '../../../documents/word/names.ts'
import { setting } from '../../../domain/rules/settings.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSchool } from '../../../ui/useSchool.ts'
import type { TriedLook } from './useLook.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '14px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
    ':focus': { outline: 'none' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
})

/** A template or logo before it is used: what of it counts, an example to open in Word, and the button that takes it. */
export const TryLook = ({
  tried,
  busy,
  onUse,
  onClose,
}: {
  tried: TriedLook
  busy: boolean
  onUse: () => void
  onClose: () => void
}) => {
  const styles = useStyles()
  const services = useServices()
  const school = useSchool().data ?? undefined
  const id = useId()
  const card = useRef<HTMLElement>(null)
  useEffect(() => card.current?.focus(), [])
  const example = () => {
    const content = exampleDocument(
      services.school.name,
      setting(school, 'confidentialityLine'),
      services.today(),
    )
    services.download(t`Example of documents.docx`, docxOf(content, tried.design), docxType)
  }
  return (
    <section ref={card} tabIndex={-1} className={styles.card} aria-labelledby={id}>
      <Text as="h3" id={id} size={400} weight="semibold" style={{ margin: 0 }}>
        {tried.name}
      </Text>
      {tried.names.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t`Its header or footer may name a pupil`}</MessageBarTitle>
            {t`It would stand on every document: ${tried.names.join(', ')}. Take it out in Word and choose the template again.`}
          </MessageBarBody>
        </MessageBar>
      )}
      {tried.told.length > 0 ? (
        <ul className={styles.list}>
          {tried.told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <Text>
          {tried.kind === 'template'
            ? t`All of it can be used: styles, fonts, page, header and footer.`
            : t`It stands at the top of the first page, 2.2 cm high at most, with the words “${services.school.name} logo” for screen readers.`}
        </Text>
      )}
      <Text
        className={styles.quiet}
      >{t`Nothing has changed yet. The example is a Word document about nobody: open it to see how minutes will look.`}</Text>
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={busy} onClick={onUse}>
          {tried.kind === 'template' ? t`Use this template` : t`Use this logo`}
        </Button>
        <Button disabled={busy} onClick={example}>{t`Download an example`}</Button>
        <Button appearance="subtle" disabled={busy} onClick={onClose}>{t`Close without using it`}</Button>
      </div>
    </section>
  )
}
