export default { date: new Date() };
