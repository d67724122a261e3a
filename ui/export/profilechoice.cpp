#include "ui/export/profilechoice.h"

#include "core/report/words/secretwording.h"
#include "ui/widgets/plainlabel.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace gb::ui {

ProfileChoice::ProfileChoice(QWidget *parent)
    : QWidget(parent)
    , m_box(new QComboBox)
    , m_meaning(mutedLabel(QString()))
{
    setObjectName(QStringLiteral("profile"));
    for (const Profile one : profiles)
        m_box->addItem(wording::profileName(one), static_cast<int>(one));
    const auto tell = [this] { m_meaning->setText(wording::profileMeaning(profile())); };
    connect(m_box, &QComboBox::currentIndexChanged, this, tell);
    tell();
    m_meaning->setWordWrap(true);
    m_meaning->setMinimumHeight(2 * fontMetrics().lineSpacing());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_box);
    column->addWidget(m_meaning);
    setFocusProxy(m_box);
}

Profile ProfileChoice::profile() const
{
    return static_cast<Profile>(m_box->currentData().toInt());
}

} // namespace gb::ui
