import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { AuthorityPack } from '../../../domain/records/authorityPack.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import { Loaded, Notice, TroubleNotice } from '../../../ui/Loaded.tsx'
import { useTranslations } from '../../../ui/papers/translations.ts'
import { TwoLines } from '../../../ui/RecordCards.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { t } from '../../../words/t.ts'
import { isRightToLeft, type Translation } from '../../../words/translation.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { BringTranslation } from './BringTranslation.tsx'
import { useBringTranslation } from './useBringTranslation.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '28px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  one: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 16px',
    alignItems: 'center',
    justifyContent: 'space-between',
    maxWidth: '720px',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

const aboutOne = ({ tag, by, on, words }: Translation): string =>
  [
    counted(Object.keys(words).length, 'saying'),
    t`translated by ${by}`,
    t`kept ${showDay(on as Day)}`,
    ...(isRightToLeft(tag) ? [t`read from right to left`] : []),
  ].join(' · ')

/** What the school has had translated for families, the file for a translator, and its way back. */
export const TranslationsSection = () => {
  const styles = useStyles()
  // Files of the same library: who may keep a form may keep a translation.
  const mayWrite = useMayWrite(AuthorityPack)
  const translations = useTranslations()
  const { give, busy, trouble } = useBringTranslation()
  const [open, setOpen] = useState<{ readonly known: Translation | null } | null>(null)
  return (
    <section className={styles.part} aria-label={t`Translations`}>
      <Text
        className={styles.quiet}
      >{t`Letters and papers for families can be made in another language, in words that your school had translated: download the file, have it filled by somebody who knows the language, and bring it back. Nothing is translated by a machine, and what people wrote stays as they wrote it.`}</Text>
      {trouble && <TroubleNotice trouble={trouble} />}
      <Loaded queries={[translations]} shape={<Waiting />}>
        {(all) => (
          <>
            {all.length === 0 && !open && (
              <Notice
                title={t`Nothing is translated yet`}
                todo={t`Download the file for the translator. A part of it is enough to begin with: what is empty is said in English.`}
              />
            )}
            <ul className={styles.list}>
              {all.map((one) => (
                <li key={one.tag} className={styles.one}>
                  <TwoLines first={`${one.name} (${one.tag})`} second={aboutOne(one)} />
                  <div className={styles.buttons}>
                    <Button size="small" disabled={busy} onClick={() => void give(one)}>
                      {t`Download ${one.name}`}
                    </Button>
                    {mayWrite && (
                      <Button size="small" onClick={() => setOpen({ known: one })}>
                        {t`Bring in newer ${one.name}`}
                      </Button>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      {open ? (
        <BringTranslation key={open.known?.tag ?? ''} known={open.known} onClose={() => setOpen(null)} />
      ) : (
        <div className={styles.buttons}>
          <Button disabled={busy} onClick={() => void give(null)}>
            {t`Download the file for a translator`}
          </Button>
          {mayWrite && (
            <Button appearance="primary" onClick={() => setOpen({ known: null })}>
              {t`Bring in a translation`}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
