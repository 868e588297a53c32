const words = (text: string) => new Set(text.trim().split(/\s+/))

/**
 * Names that are English words, places or months too: by themselves they say nothing of a child ("Will she", "in May",
 * "Mark Reading", "Grace said" at home). They are found with the other half of a name.
 */
export const commonWords = words(`
  abbey able admiral african all amber an angel any apple april archer art ash ashes august austin autumn baker bank
  banks barber basil bath bay bear bell best bill bird bishop bland black bless blessing bloom blue bond book bow box
  branch bridge bridges bright britain bronze brook brooke brooks brown buckle bull burns burn bush butcher butler
  butter cable can card carpenter carter case castle cat chambers chance chapel charity chase chelsea cherry chester
  child childs china christian church circle clark clay clear cliff close coal coast cole cook cooper core cotton
  country court crane cross crown cruz daisy dale dance dark dawn day days dean deal dear destiny diamond do dove drew
  drum duke ease east earl early echo eden else end ends england english eve even ever faith fair farmer favour fawn
  fern few field fields finch fine first fish fisher fleet fletcher flint flood flora florence flower foot ford forest
  forrest fox frank free freed freedom french friend frost gale game garden gardener gardner gate gates gay gem gene
  georgia gift ginger glass glen goal gold golden good goodman grace grant gray green greene grey ground grove guy hale
  hall ham hand happy hardy harmony hart harvest hazel head heart heath heather hedge help henna high hill hills hold
  holland holly home honest honey honour hook hope house how hunt hunter in india iris iron island ivory ivy jack jade
  jasmine jay jet job jordan joy june just justice kent key keys kind king kit knight lake lamb land lane lark last law
  lay lee legend leigh less life light lily lincoln line link lion little lock london long lord love low lowe luck
  lucky lumb lyric maiden major mallow man many map marble march mark marks marsh mason master may mayor meadow melody
  mercy mile miles mill miller mills mint miss money moody moon moore moss mount music naylor neat new nice noble
  noon north norman nurse oak oakley ocean of olive on or orchard own page paige paris park parker parks part past
  patience pat paul peace peach pearl penny pepper pickles pierce pike pink piper place plum pollard pond pool poole
  pope poppy porter potter power powers precious price prince promise prudence pure queen quick rain ray read reader
  reading real red reed rice rich ridge ring river rivers rob robin rock root rose rosemary round rowan royal ruby rush
  rust sage sailor saint sand sandy savage school scott sea self senior sergeant shade sharp shepherd shine short sky
  silver singer skip sky skye small smart smith snow so soul south spark sparks speed spring square staff star steel
  sterling stone storey storm story street strong sue summer summers sun sunny swan swift taylor teacher temple tender
  term thorn tide tiger time to town trainer tree trinity true turner tyler unity vale van very victor victoria
  violet viola wade walk walker wall walls war ward water waters way weaver web week well wells west wheeler white
  wild will willow wills win wind winner winter winters wise wish wolf wonder wood woods word work world worth wright
  young york you zest
`)

/** Before a surname they say that an adult is meant. */
export const titles = words(
  `mr mrs ms miss mx dr doctor prof professor sir dame rev reverend fr father imam rabbi lord lady judge cllr councillor pc sgt nurse sister auntie aunty uncle`,
)

/** Small words that begin a sentence with a capital without being a part of a name. */
export const openers = words(
  `a after all also although an and as at because before both but by despite during each even for from had has have he her his how however i if in is it last like next no not now of on or our she since so some sometimes such that the their then there these they this those though to today together until was we were what when where while who why with yesterday yet`,
)
