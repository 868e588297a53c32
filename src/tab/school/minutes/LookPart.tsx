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
import { ImageRegular, DocumentRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { DocumentDesign } from '../../../domain/records/documentDesign.ts'
import { chosenDesign, lookOf } from '../../../ui/design.ts'
import { Loaded, TroubleNotice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { allOrNone } from '../../../ui/useSchool.ts'
import { wordsOf } from '../../../ui/words.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { EarlierLooks } from './EarlierLooks.tsx'
import { lookWords } from './lookWords.ts'
import { TryLook } from './TryLook.tsx'
import { useLook } from './useLook.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '720px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  file: { display: 'none' },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '2px' },
})

/** What documents look like now, another template or logo, and the way back to ours. */
export const LookPart = () => {
  const services = useServices()
  const rows = useQuery(allOrNone(services, DocumentDesign))
  return (
    <Loaded queries={[rows]} shape={<Waiting />}>
      {(list) => <Look rows={list.records} />}
    </Loaded>
  )
}

const Look = ({ rows }: { rows: readonly Stored<DocumentDesign>[] }) => {
  const styles = useStyles()
  const services = useServices()
  const mayWrite = useMayWrite(DocumentDesign)
  const template = useRef<HTMLInputElement>(null)
  const logo = useRef<HTMLInputElement>(null)
  const { tried, complaint, busy, trouble, choose, use, again, plain, close } = useLook()
  const chosen = chosenDesign(rows)
  const own = chosen !== null && chosen.kind !== 'plain'
  const now = useQuery({
    queryKey: ['look', services.school.id, chosen?.key ?? null],
    queryFn: () => lookOf(services),
    enabled: own,
  })
  const lost = now.data?.trouble ?? null
  const input = (ref: typeof template, label: string, accept: string) => (
    <input
      ref={ref}
      className={styles.file}
      type="file"
      aria-label={label}
      accept={accept}
      onChange={(event) => {
        const file = event.target.files?.[0]
        if (file) void choose(file)
        event.target.value = ''
      }}
    />
  )
  return (
    <div className={styles.all}>
      <Text
        className={styles.quiet}
      >{t`Minutes, letters and other Word documents take styles, fonts, page, header and footer from a Word template of your school, or your logo at the top of the first page. The page number and the confidentiality line are added where your footer has none.`}</Text>
      <Text>
        <strong>{t`Now:`} </strong>
        {chosen ? lookWords(chosen) : t`Goldthread’s own`}
      </Text>
      {lost !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t`Documents have Goldthread’s own look meanwhile`}</MessageBarTitle>
            {t`${typeof lost === 'string' ? lost : wordsOf(lost, services.school).todo} Choose the file once more, or go back to Goldthread’s own.`}
          </MessageBarBody>
        </MessageBar>
      )}
      {own && chosen.told && (
        <ul className={styles.list} aria-label={t`About this template`}>
          {chosen.told.split('\n').map((line) => (
            <li key={line}>
              <Text className={styles.quiet}>{line}</Text>
            </li>
          ))}
        </ul>
      )}
      {complaint && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t`${complaint} What you have now stays as it is.`}</MessageBarBody>
        </MessageBar>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
      {input(template, t`A Word template of the school`, '.docx,.dotx,.docm,.dotm')}
      {input(logo, t`The school’s logo`, '.png,.jpg,.jpeg,.svg')}
      {tried ? (
        <TryLook tried={tried} busy={busy} onUse={() => void use(tried)} onClose={close} />
      ) : (
        mayWrite && (
          <>
            <div className={styles.buttons}>
              <Button
                icon={<DocumentRegular />}
                disabled={busy}
                appearance={own ? 'secondary' : 'primary'}
                onClick={() => template.current?.click()}
              >{t`Choose a Word template`}</Button>
              <Button
                icon={<ImageRegular />}
                disabled={busy}
                onClick={() => logo.current?.click()}
              >{t`Choose a logo instead`}</Button>
              {own && (
                <Button
                  appearance="subtle"
                  disabled={busy}
                  onClick={() => void plain()}
                >{t`Back to Goldthread’s own look`}</Button>
              )}
            </div>
            <EarlierLooks rows={rows} now={chosen} busy={busy} onAgain={(row) => void again(row)} />
          </>
        )
      )}
    </div>
  )
}
