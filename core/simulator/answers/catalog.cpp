#include "core/simulator/answers/answers.h"

namespace gb::answers {

/// A.2.6.5, pages as annex M has them.
void catalog(DeviceModel &device, const Inquiry &inquiry, Answer &answer)
{
    const Catalogue::Scope scope = device.catalogue.scopeOf(inquiry.deviceId);
    answer.list = AnswerList{.name = "DeviceList",
        .total = scope.size(),
        .perPage = device.behaviour->pageSize,
        .item = [&catalogue = device.catalogue, scope](qsizetype place) { return catalogue.item(scope.at(place)); }};
}

} // namespace gb::answers
