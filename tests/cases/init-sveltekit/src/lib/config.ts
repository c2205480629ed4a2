export const title = 'Moor walks'
export const description = 'Up and down'
export const url = 'https://moor.example.org/'
