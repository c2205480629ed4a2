module.exports = async function () {
	const tags = { tags: "wrong" };
	return {
		tags: ["notes"],
		permalink: data => "/wrong/" };
};
