/** Names of customers, by the language that they most likely speak with us. */
export const NAMES = {
  en: {
    first: [
      ...['Leila', 'Owen', 'Marta', 'Devi', 'Siobhan', 'Callum', 'Priya', 'Tomasz', 'Elena'],
      ...['Femi', 'Ingrid', 'Rhys', 'Agnieszka', 'Bilal', 'Clodagh', 'Edwin', 'Fiona', 'Goran'],
      ...['Helen', 'Ivana', 'Joost', 'Kirsten', 'Liam', 'Maja', 'Niamh', 'Oskar', 'Petra'],
      ...['Ronan', 'Saoirse', 'Tamar', 'Una', 'Viktor', 'Wanda', 'Yara', 'Zoltan', 'Ailbhe'],
    ],
    last: [
      ...['Haddad', 'Pritchard', 'Kowalska', 'Raman', 'Gallagher', 'Novak', 'Fitzpatrick', 'Dunne'],
      ...['Sandberg', 'Costa', 'Whelan', 'Horvat', 'Mensah', 'Tierney', 'Larsen', 'Achterberg'],
      ...['Keane', 'Popescu', 'Ashworth', 'Eriksen', 'Malone', 'Santos', 'Byrne', 'Iversen'],
      ...['Rahimi', 'Cassidy', 'Wolanski', 'Farrell', 'Jansen', 'Petrov', 'Hennessy', 'Lambert'],
      ...['Oduya', 'Vasquez', 'Kinsella', 'Berg', 'Tanaka', 'Sheridan', 'Marek', 'Quigley'],
    ],
  },
  de: {
    first: [
      ...['Annika', 'Bernd', 'Cornelia', 'Dietmar', 'Elke', 'Florian', 'Gisela', 'Heiko', 'Ines'],
      ...['Jürgen', 'Katrin', 'Lennart', 'Monika', 'Nils', 'Olga', 'Rainer', 'Sabine', 'Uwe'],
    ],
    last: [
      ...['Bächle', 'Dorsch', 'Eberhardt', 'Faller', 'Göppert', 'Hug', 'Isele', 'Kaltenbach'],
      ...['Löffler', 'Maier', 'Obergfell', 'Pfaff', 'Rombach', 'Schwär', 'Tritschler', 'Zähringer'],
    ],
  },
  fr: {
    first: [
      ...['Adèle', 'Bastien', 'Céline', 'Damien', 'Élodie', 'Fabrice', 'Gaëlle', 'Hugo', 'Inès'],
      ...['Julien', 'Laure', 'Mathilde', 'Olivier', 'Pauline', 'Rémi', 'Solène', 'Thierry'],
    ],
    last: [
      ...['Aubertin', 'Brunner', 'Colin', 'Delmas', 'Estève', 'Fournier', 'Grosjean', 'Humbert'],
      ...['Jacquot', 'Klein', 'Lemoine', 'Marchal', 'Oberlin', 'Pasquier', 'Rousselot', 'Vautrin'],
    ],
  },
} as const;

/** Firms are called one of each. */
export const FIRM_NAMES = {
  first: [
    ...['Alder', 'Brückner', 'Calder', 'Dreisam', 'Eastgate', 'Fjord', 'Glasmann', 'Harbour'],
    ...['Juniper', 'Kestrel', 'Lindenhof', 'Moorside', 'Northfield', 'Ostertor', 'Pinewood'],
  ],
  last: ['Bakery', 'Hotels', 'Housing', 'Clinics', 'Nurseries', 'Joinery', 'Care Homes', 'Foods'],
} as const;

/** Ranges that the regulators of Germany and Britain keep for films, so that nobody's telephone rings. */
export const PHONE_RANGES = ['+493023125', '+496990009', '+494066969', '+492214710'] as const;
