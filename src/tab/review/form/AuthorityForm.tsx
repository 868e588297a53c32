import { t } from '../../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { DocumentBulletListRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { AuthorityPack } from '../../../domain/records/authorityPack.ts'
import { mappingOf } from '../../../documents/form/pack.ts'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import { Loaded, TroubleNotice } from '../../../ui/Loaded.tsx'
import { useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import { adultsOf, daysOf, type Passing } from '../../../ui/disclosure/passOn.ts'
import { type CopyLine, copyLines } from './copyLines.ts'
import { CopyPack } from './CopyPack.tsx'
import { FilledForm } from './FilledForm.tsx'
import { packsInOrder, reviewPacks } from '../../../ui/form/packsInOrder.ts'
import { type ReadyForm, readyForm } from '../../../ui/form/readFilled.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    flexBasis: '100%',
    minWidth: 0,
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  close: { marginLeft: 'auto' },
  quiet: { color: tokens.colorNeutralForeground2 },
  pack: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
})

/** The authority's own form, filled from this review; or its answers one by one, for a form on a website. */
export const AuthorityForm = ({ file }: { file: ReviewFile }) => {
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Button
        icon={<DocumentBulletListRegular />}
        onClick={() => setOpen(true)}
      >{t`Authority’s form`}</Button>
    )
  return <OpenForm file={file} onClose={() => setOpen(false)} />
}

type Chosen =
  | { readonly way: 'fill'; readonly ready: ReadyForm }
  | {
      readonly way: 'ask' | 'copy'
      readonly pack: Stored<AuthorityPack>
      readonly lines: readonly CopyLine[]
    }

/** Answers that go into a website leave the school like any document. */
const passing = (file: ReviewFile, lines: readonly CopyLine[]): Passing => ({
  title: t`Copy into the authority’s website`,
  did: 'sent',
  what: t`Authority’s form, copied`,
  about: [file.pupil.key],
  logged: [file.pupil.key],
  adults: adultsOf(file),
  days: daysOf(file.pupil),
  verb: t`Show what to copy`,
  look: async () => ({
    paragraphs: lines.flatMap(({ text }) =>
      text.split('\n').map((line) => ({ text: line, is: 'text' as const })),
    ),
    go: async () => ({ words: t`Copy each answer into its place.` }),
  }),
})

const OpenForm = ({ file, onClose }: { file: ReviewFile; onClose: () => void }) => {
  const styles = useStyles()
  const services = useServices()
  const { href } = useGo()
  const packs = useAll(AuthorityPack)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const { attempt, busy, trouble } = useAttempt()
  const fill = (pack: Stored<AuthorityPack>) =>
    attempt(async () => setChosen({ way: 'fill', ready: await readyForm(services, pack) }))
  const copy = (pack: Stored<AuthorityPack>) => {
    const kept = mappingOf(pack)
    if (kept) setChosen({ way: 'ask', pack, lines: copyLines(kept, file, services.today()) })
  }
  return (
    <section className={styles.card} aria-label={t`Authority’s form`}>
      <div className={styles.head}>
        <Text as="h3" size={400} weight="semibold" style={{ margin: 0 }}>
          {chosen
            ? `${(chosen.way === 'fill' ? chosen.ready.pack : chosen.pack).authority}${chosen.way === 'fill' ? '' : t`: copy into its website`}`
            : t`Authority’s form`}
        </Text>
        {chosen && (
          <Button size="small" appearance="subtle" onClick={() => setChosen(null)}>{t`Another form`}</Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          className={styles.close}
          onClick={onClose}
        >{t`Close`}</Button>
      </div>
      {trouble && <TroubleNotice trouble={trouble} />}
      {chosen?.way === 'fill' && <FilledForm ready={chosen.ready} file={file} />}
      {chosen?.way === 'ask' && (
        <PassOn
          passing={passing(file, chosen.lines)}
          onDone={() => setChosen({ ...chosen, way: 'copy' })}
          onClose={() => setChosen(null)}
        />
      )}
      {chosen?.way === 'copy' && <CopyPack lines={chosen.lines} />}
      {!chosen && (
        <Loaded queries={[packs]} shape={<Waiting />}>
          {(list) =>
            reviewPacks(list.records).length === 0 ? (
              <Text className={styles.quiet}>
                {t`No authority’s form is here yet. `}
                <Link href={href({ at: 'school', section: 'forms' })}>{t`Add one under School`}</Link>
                {t`: each review then fills it.`}
              </Text>
            ) : (
              <>
                {packsInOrder(reviewPacks(list.records), file.pupil.localAuthority).map((pack) => (
                  <div key={pack.key} className={styles.pack}>
                    <Text>
                      {pack.authority}: {pack.form}
                      {pack.version ? `, ${pack.version}` : ''}
                    </Text>
                    <Button
                      size="small"
                      disabled={busy || !pack.file}
                      onClick={() => void fill(pack)}
                    >{t`Fill this form`}</Button>
                    <Button
                      size="small"
                      appearance="subtle"
                      disabled={!mappingOf(pack)}
                      onClick={() => copy(pack)}
                    >{t`Copy into its website`}</Button>
                  </div>
                ))}
              </>
            )
          }
        </Loaded>
      )}
    </section>
  )
}
