#include "core/findings/rules/rules.h"

namespace gb::rules {

/// D39, D44: parts of the answer to a query.
void catalogAnswered(const RuleInput &in, Verdicts &out)
{
    const Dossier::Catalog *query = in.device.catalog.get();
    const Manscdp &body = *in.trace.body;
    if (!query || query->last != in.trace.number)
        return;
    out.end({FindingCode::CatalogUnanswered, FindingCode::CatalogIgnored, FindingCode::CatalogNoResponse});
    if (body.sumNum == 0)
        return out.raise(FindingCode::CatalogEmpty, {}, {query->number, in.trace.number});
    out.end(FindingCode::CatalogEmpty);
    if (query->ids.size() < query->sum)
        return;
    out.end(FindingCode::CatalogShort);
    const Duration all = in.trace.datagram.at - query->at;
    if (all > std::chrono::seconds(3) || query->longestPause > std::chrono::seconds(1))
        out.raise(FindingCode::CatalogSlow, {secondsText(all), secondsText(query->longestPause), {}},
            {query->number, in.trace.number});
    else
        out.end(FindingCode::CatalogSlow);
}

} // namespace gb::rules
