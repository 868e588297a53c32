import { t } from '../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Hold } from '../domain/records/hold.ts'
import { AddForm } from './AddForm.tsx'
import { HoldMark, useHolds } from './HoldMark.tsx'
import { useServices } from './services.tsx'
import { useMayWrite } from './writeAccess.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start', marginTop: '28px' },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
})

/** How long a pupil's record is kept: a hold can be put on here; `href` leads to where it is looked after. */
export const HoldCard = ({ pupil, href }: { pupil: string; href: string }) => {
  const styles = useStyles()
  const services = useServices()
  const client = useQueryClient()
  const mayWrite = useMayWrite(Hold)
  const holds = useHolds(pupil)
  const [adding, setAdding] = useState(false)
  return (
    <section className={styles.part} aria-label={t`Keeping`}>
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>{t`Keeping`}</Text>
      {holds.length > 0 ? (
        <HoldMark pupil={pupil} href={href} />
      ) : (
        <Text
          className={styles.quiet}
        >{t`A legal hold keeps everything of this pupil, whatever the retention rules say: for a complaint, a tribunal or an inquiry.`}</Text>
      )}
      {adding && (
        <AddForm
          type={Hold}
          title={t`Put on legal hold`}
          given={{ pupil, from: services.today() }}
          fields={['kind', 'by', 'reason', 'from', 'lookAgain']}
          onStored={() => void client.invalidateQueries({ queryKey: ['retention', services.school.id] })}
          onClose={() => setAdding(false)}
        />
      )}
      {mayWrite && !adding && (
        <Button size="small" onClick={() => setAdding(true)}>
          {holds.length > 0 ? t`Add another hold` : t`Put on legal hold`}
        </Button>
      )}
    </section>
  )
}
