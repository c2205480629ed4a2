export default { tags: makeTags() };
