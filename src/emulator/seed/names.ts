import type { Pupil } from '../../domain/records/pupil.ts'

/** A family's background: the names that go together, how often, and what the census says of it. */
export type Background = {
  readonly weight: number
  readonly ethnicity: NonNullable<Pupil['ethnicity']>
  /** Other than English, where it is spoken at home. */
  readonly language: string | null
  readonly girls: readonly string[]
  readonly boys: readonly string[]
  readonly surnames: readonly string[]
}
const words = (text: string) => text.trim().split(/\s+/)
const lines = (text: string) => text.split(',').map((name) => name.trim())

/** Invented pupils: forenames and surnames that are common, put together by chance. */
export const backgrounds: readonly Background[] = [
  {
    weight: 52,
    ethnicity: 'WBRI',
    language: null,
    girls: words(
      'Amelia Olivia Isla Poppy Grace Freya Evie Ivy Willow Harriet Martha Nancy Beatrice Daisy Maisie Edith Florence Lottie Phoebe Tabitha Imogen Heidi Orla Penelope Rose Elsie Matilda Jessica Molly Hallie Robyn Ottilie Bonnie Darcey Thea Summer Skye Lyra Eliza Connie',
    ),
    boys: words(
      'Oliver George Leo Arthur Noah Harry Archie Jack Theodore Alfie Freddie Henry Charlie Oscar Finley Jacob Reuben Toby Wilfred Stanley Albie Rowan Jude Ellis Barnaby Elliot Ralph Sonny Rory Frank Caleb Dexter Joseph Gabriel Ted Austin Felix Harvey Kit Samuel',
    ),
    surnames: lines(
      "Ashworth, Barraclough, Birtwistle, Bland, Brearley, Carter, Clegg, Coldwell, Crowther, Dawson, Eastwood, Entwistle, Fairbank, Fletcher, Garside, Greenhalgh, Haigh, Hargreaves, Hepworth, Hinchliffe, Holroyd, Ibbotson, Jagger, Kershaw, Lockwood, Lumb, Metcalfe, Moorhouse, Naylor, Ogden, Pickles, Ramsden, Rawnsley, Schofield, Shackleton, Sugden, Sutcliffe, Thackray, Uttley, Varley, Whiteley, Womersley, Wright, Young, Booth-Ramsden, Featherstonehaugh-Ollerenshaw, St John-Whitaker, D'Arcy, Threlfall, Oldroyd, Midgley, Pogson, Earnshaw, Nuttall, Priestley",
    ),
  },
  {
    weight: 4,
    ethnicity: 'WBRI',
    language: null,
    girls: words('Siân Ffion Angharad Carys Seren Eluned Nia Llinos'),
    boys: words('Llŷr Rhys Ieuan Gethin Macsen Emrys Osian Tomos'),
    surnames: lines('Pritchard, Llewellyn-Hughes, Bowen, Gwynne, ap Dafydd, Rhydderch, Prydderch, Meredith'),
  },
  {
    weight: 4,
    ethnicity: 'WIRI',
    language: null,
    girls: words('Aoife Saoirse Niamh Caoimhe Róisín Órla'),
    boys: words('Cillian Oisín Tadhg Cormac Séamus Fionn'),
    surnames: lines(
      "O'Shaughnessy, O'Connor, Ní Bhriain, McGillycuddy, Fitzgerald-O'Dowd, Gallagher, Mac Aodha",
    ),
  },
  {
    weight: 8,
    ethnicity: 'WOTH',
    language: 'Polish',
    girls: words('Zofia Hanna Maja Oliwia Łucja Małgorzata Kinga Zuzanna'),
    boys: words('Jakub Stanisław Antoni Kacper Miłosz Wojciech Bartłomiej Szymon'),
    surnames: lines(
      'Kowalczyk, Wiśniewska, Brzęczyk, Zieliński, Wójcik, Szczepańska-Dąbrowska, Nowakowski, Jabłońska, Gołąb',
    ),
  },
  {
    weight: 11,
    ethnicity: 'APKN',
    language: 'Urdu',
    girls: lines('Aaliyah, Zainab, Hafsa, Maryam, Khadija, Inaya, Noor ul-Ain, Sumayyah, Eshaal, Anaya'),
    boys: lines('Muhammad, Ibrahim, Yusuf, Hamza, Bilal, Zakariyya, Abdul Rahman, Haroon, Ismaeel, Musa'),
    surnames: lines(
      'Hussain, Mahmood, Akhtar, Iqbal, Chaudhry, Bashir-ud-Din, Qureshi, Rafiq, Nawaz, Javed, Malik, Shahzad',
    ),
  },
  {
    weight: 5,
    ethnicity: 'AIND',
    language: 'Punjabi',
    girls: words('Anaya Jasleen Simran Diya Kavya Harleen'),
    boys: words('Arjan Harjot Vihaan Gurveer Rohan Kiran'),
    surnames: lines('Sandhu, Patel, Grewal, Bhattacharya, Gill-Dhaliwal, Nair, Sharma'),
  },
  {
    weight: 3,
    ethnicity: 'ABAN',
    language: 'Bengali (Sylheti)',
    girls: words('Tahmina Nusrat Sadia Ruqayyah'),
    boys: words('Rayhan Tanvir Mahdi Sohail'),
    surnames: lines('Begum, Miah, Choudhury, Uddin, Khatun'),
  },
  {
    weight: 5,
    ethnicity: 'BAFR',
    language: 'Yoruba',
    girls: words('Temiloluwa Adaeze Ife Folasade Amara Chidera'),
    boys: words('Oluwaseyi Tobenna Kwabena Ayomide Chukwuemeka Kojo'),
    surnames: lines('Adébáyọ̀, Okonkwo, Mensah, Oyelaran-Williams, Eze, Boateng, Onwudiwe'),
  },
  {
    weight: 3,
    ethnicity: 'MWBC',
    language: null,
    girls: words('Kaia Amiyah Simone Renée'),
    boys: words('Tyrese Jaydon Marlon Zion'),
    surnames: lines('Campbell-Haigh, Bennett, Grant, Brearley-Clarke'),
  },
  {
    weight: 2,
    ethnicity: 'OOTH',
    language: 'Kurdish',
    girls: words('Dilan Berîvan Rojîn Şîlan'),
    boys: words('Azad Rêbaz Hêmin Dlovan'),
    surnames: lines('Barzanî, Demir, Çelik, Karim'),
  },
  {
    weight: 2,
    ethnicity: 'WOTH',
    language: 'Romanian',
    girls: words('Ștefania Ioana Andreea Mălina'),
    boys: words('Andrei Ștefan Răzvan Mihai'),
    surnames: lines('Popescu, Țurcanu, Munteanu, Bălănescu'),
  },
  {
    weight: 1,
    ethnicity: 'CHNE',
    language: 'Cantonese',
    girls: lines('Hoi-Ching, Tsz Yan, Mei-Lin'),
    boys: lines('Ka-Ho, Chun Hei, Zhi-Hao'),
    surnames: lines('Cheung, Lau, Au-Yeung'),
  },
]

/** Grown-ups who work with the schools. */
export const adultNames = {
  forenames: words(
    'Alison Bev Carol Dawn Esther Fatima Gill Helen Janet Kath Lorraine Michelle Nadia Pauline Rachel Shazia Tracey Ursula Wendy Yasmin Andrew Brian Colin Derek Gareth Imran Keith Martin Neil Paul Rashid Simon Tariq Victor',
  ),
  surnames: words(
    'Appleyard Beaumont Carruthers Dyson Ellershaw Firth Gledhill Hirst Illingworth Kaye Learoyd Mellor Noble Oates Parkin Quarmby Rothery Sykes Tordoff Umpleby Verity Walshaw Yeadon Aziz Bhatti Mirza',
  ),
}
