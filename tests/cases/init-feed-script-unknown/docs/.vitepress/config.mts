export default { title: 'Pond' }
