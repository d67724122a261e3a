<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>HelpDialogs</name>
    <message>
        <source>choose where to listen</source>
        <translation>选择监听位置</translation>
    </message>
    <message>
        <source>find a device</source>
        <translation>查找设备</translation>
    </message>
    <message>
        <source>open a capture</source>
        <translation>打开抓包文件</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>move through devices or messages</source>
        <translation>在设备或消息间移动</translation>
    </message>
    <message>
        <source>open a device&apos;s messages; unfold heartbeats</source>
        <translation>查看设备的消息；展开心跳</translation>
    </message>
    <message>
        <source>next and previous problem in the ladder</source>
        <translation>时序图中的下一个／上一个问题</translation>
    </message>
    <message>
        <source>follow the live traffic again</source>
        <translation>重新跟随实时信令</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>brackets that show how long answers took</source>
        <translation>显示／隐藏应答时延括线</translation>
    </message>
    <message>
        <source>find in the text of all messages; F3 and Shift+F3 go on</source>
        <translation>在全部消息的文本中查找；F3 与 Shift+F3 依次跳转</translation>
    </message>
    <message>
        <source>camera card: what to type into a camera</source>
        <translation>摄像机参数卡：摄像机上要填写的内容</translation>
    </message>
</context>
<context>
    <name>StatusCounts</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation>隐藏 %1</translation>
    </message>
    <message>
        <source>%1 retransmitted</source>
        <translation>重传 %1</translation>
    </message>
    <message>
        <source>%1 malformed</source>
        <translation>格式错误 %1</translation>
    </message>
    <message>
        <source>Packets read</source>
        <translation>已读取的数据包</translation>
    </message>
    <message>
        <source>SIP messages</source>
        <translation>SIP 消息</translation>
    </message>
    <message>
        <source>Repeated otherwise</source>
        <translation>其他重复</translation>
    </message>
    <message>
        <source>Not SIP</source>
        <translation>非 SIP</translation>
    </message>
    <message>
        <source>NAT keepalives</source>
        <translation>NAT 保活</translation>
    </message>
    <message>
        <source>Error answers held back</source>
        <translation>暂不应答的错误</translation>
    </message>
    <message>
        <source>Made room in the list</source>
        <translation>已移出列表</translation>
    </message>
    <message>
        <source>Not listed</source>
        <translation>未列出</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Dropped by this computer</source>
        <translation>本机丢弃</translation>
    </message>
    <message>
        <source>No signalling</source>
        <translation>非信令</translation>
    </message>
    <message>
        <source>Neither UDP nor TCP</source>
        <translation>非 UDP、非 TCP</translation>
    </message>
    <message>
        <source>IP fragments lost</source>
        <translation>丢失的 IP 分片</translation>
    </message>
    <message>
        <source>Damaged packets</source>
        <translation>损坏的数据包</translation>
    </message>
    <message>
        <source>TCP octets missing</source>
        <translation>缺失的 TCP 字节</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>无文件</translation>
    </message>
    <message>
        <source>All packets of %1. The messages are the signalling in them; what is none is counted by its kind.</source>
        <translation>%1 中的全部数据包。消息是其中的信令；其余数据包按类别计数。</translation>
    </message>
    <message>
        <source>Whoever sends much that is refused gets only some of the error answers, so that nobody can make this computer flood others. Nothing needs to be done.</source>
        <translation>对于频繁发送无效请求的一方，只回复部分错误应答，以防本机被利用来攻击他人。无需处理。</translation>
    </message>
    <message>
        <source>The oldest messages made room in the list. Nothing is recorded, so they are gone.</source>
        <translation>最早的消息已移出列表。由于没有记录文件，这些消息已不可查。</translation>
    </message>
    <message>
        <source>The oldest messages made room in the list. They are still in %1: an export has them.</source>
        <translation>最早的消息已移出列表，但仍保存在 %1 中，可通过导出获得。</translation>
    </message>
    <message>
        <source>The window did not keep up with the traffic. These messages and events were counted, not listed. The messages are in %1: open it to see them.</source>
        <translation>窗口未能跟上流量。这些消息和事件已计数但未列出。消息保存在 %1 中，打开该文件即可查看。</translation>
    </message>
    <message>
        <source>The disk did not keep up, or failed. These messages are in the list, but not in %1: an export will not have them. Record to a faster disk with free space.</source>
        <translation>磁盘写入过慢或出错。这些消息在列表中，但不在 %1 中，导出时不会包含。请记录到速度更快、空间充足的磁盘。</translation>
    </message>
    <message>
        <source>This computer did not keep up with its network card. Messages may be missing that were really sent. Mirror less traffic to the card, or use a faster computer.</source>
        <translation>本机未能跟上网卡流量，实际发送过的消息可能缺失。请减少镜像到该网卡的流量，或换用性能更高的计算机。</translation>
    </message>
    <message>
        <source>Datagrams and segments that carry something else than SIP, such as media. They are not listed; nothing is missing.</source>
        <translation>承载非 SIP 内容（如媒体流）的数据报和报文段。它们不列出，消息并无缺失。</translation>
    </message>
    <message>
        <source>Packets such as ARP or ICMP. No SIP can be in them.</source>
        <translation>ARP、ICMP 等数据包，其中不可能有 SIP。</translation>
    </message>
    <message>
        <source>The rest of these IP packets is not in %1, so messages may be missing. A capture filter by port drops every fragment but the first: capture without it.</source>
        <translation>这些 IP 数据包的其余分片不在 %1 中，消息可能缺失。按端口的抓包过滤会丢掉首片以外的所有分片，请不加该过滤条件重新抓包。</translation>
    </message>
    <message>
        <source>These packets are shorter than their headers say, so messages may be missing. Capture whole packets: tcpdump -s 0.</source>
        <translation>这些数据包比其头部声明的长度短，消息可能缺失。请抓取完整数据包：tcpdump -s 0。</translation>
    </message>
    <message>
        <source>Parts of TCP streams are not in %1, so messages may be missing. Begin the capture before the devices connect, on a computer that keeps up.</source>
        <translation>%1 中缺少部分 TCP 流，消息可能缺失。请在设备建立连接之前开始抓包，并使用性能足够的计算机。</translation>
    </message>
</context>
<context>
    <name>flow</name>
    <message>
        <source>server</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Keepalive ×%1 · every %2 s · %3</source>
        <translation>Keepalive ×%1 · 每 %2 秒 · %3</translation>
    </message>
    <message>
        <source>%1 octets</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>Device: </source>
        <translation>设备：</translation>
    </message>
    <message>
        <source>answers #%1</source>
        <translation>应答 #%1</translation>
    </message>
    <message>
        <source>copy no. %1 of #%2</source>
        <translation>#%2 的第 %1 份</translation>
    </message>
    <message>
        <source>challenged again: the credentials were refused</source>
        <translation>再次质询：凭据被拒绝</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>timer %1</source>
        <translation>定时器 %1</translation>
    </message>
    <message>
        <source>repeated over TCP</source>
        <translation>在 TCP 上重发</translation>
    </message>
    <message>
        <source>off the schedule</source>
        <translation>不符合重传时刻表</translation>
    </message>
    <message>
        <source>answers #%1 after %2</source>
        <translation>应答 #%1，用时 %2</translation>
    </message>
    <message>
        <source>no ACK came</source>
        <translation>未收到 ACK</translation>
    </message>
    <message>
        <source>no answer came</source>
        <translation>未收到应答</translation>
    </message>
    <message>
        <source>to #%1 of %2; due until %3</source>
        <translation>对应 #%1（%2）；期限 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait(s) for an answer</source>
        <translation>
            <numerusform>另有 %n 条在等待应答</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::AddressBox</name>
    <message>
        <source>this computer only</source>
        <translation>仅本机</translation>
    </message>
    <message>
        <source>0.0.0.0  –  every network card</source>
        <translation>0.0.0.0  –  所有网卡</translation>
    </message>
    <message>
        <source>%1  –  not there now</source>
        <translation>%1  –  当前不存在</translation>
    </message>
</context>
<context>
    <name>gb::ui::CardTable</name>
    <message>
        <source>What to type into the camera</source>
        <translation>摄像机上要填写的内容</translation>
    </message>
    <message>
        <source>Field (Chinese page)</source>
        <translation>摄像机页面字段（中文）</translation>
    </message>
    <message>
        <source>Field (English)</source>
        <translation>字段（英文）</translation>
    </message>
    <message>
        <source>Type this</source>
        <translation>填写内容</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <extracomment>%1 is the name of a field</extracomment>
        <translation>复制：%1</translation>
    </message>
</context>
<context>
    <name>gb::ui::CardWindow</name>
    <message>
        <source>Camera card</source>
        <translation>摄像机参数卡</translation>
    </message>
    <message>
        <source>Net&amp;work card that the device reaches:</source>
        <translation>设备能访问到的网卡(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Device ID:</source>
        <translation>设备编码(&amp;D)：</translation>
    </message>
    <message>
        <source>C&amp;hannel ID:</source>
        <translation>通道编码(&amp;H)：</translation>
    </message>
    <message>
        <source>Network card that the device reaches</source>
        <translation>设备能访问到的网卡</translation>
    </message>
    <message>
        <source>Device ID</source>
        <translation>设备编码</translation>
    </message>
    <message>
        <source>Channel ID</source>
        <translation>通道编码</translation>
    </message>
    <message>
        <source>Kind of device</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>Camera (132)</source>
        <translation>摄像机（132）</translation>
    </message>
    <message>
        <source>Recorder (118)</source>
        <translation>录像机（118）</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>厂商</translation>
    </message>
    <message>
        <source>Any other</source>
        <extracomment>a camera of any vendor</extracomment>
        <translation>其他厂商</translation>
    </message>
    <message>
        <source>&amp;Next device</source>
        <translation>下一台设备(&amp;N)</translation>
    </message>
    <message>
        <source>Keeps these IDs for this device, and proposes the next free ones</source>
        <translation>将这两个编码留给本设备，并给出下一组空闲编码</translation>
    </message>
    <message>
        <source>&amp;Show the password</source>
        <translation>显示密码(&amp;S)</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>全部复制(&amp;A)</translation>
    </message>
    <message>
        <source>with the passw&amp;ord</source>
        <translation>包含密码(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>This console does not listen as a server now; these are the values of its form.</source>
        <translation>本机当前没有作为服务器监听；以下为监听设置中的值。</translation>
    </message>
    <message>
        <source>This console listens on %1 only: a camera that is told another address does not reach it.</source>
        <translation>本机只在 %1 上监听：填写其他地址的摄像机无法连接。</translation>
    </message>
    <message>
        <source>As this console listens now: port %1, UDP and TCP.</source>
        <translation>与本机当前监听一致：端口 %1，UDP 和 TCP。</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>between two things that are said of an ID</extracomment>
        <translation>；</translation>
    </message>
    <message>
        <source>The device ID %1.</source>
        <translation>设备编码%1。</translation>
    </message>
    <message>
        <source>The channel ID %1.</source>
        <translation>通道编码%1。</translation>
    </message>
    <message>
        <source>The device has come: %1 is here.</source>
        <translation>设备已接入：%1。</translation>
    </message>
    <message>
        <source>Both IDs are free.</source>
        <translation>两个编码均空闲可用。</translation>
    </message>
    <message>
        <source>Camera card – %1</source>
        <translation>摄像机参数卡 – %1</translation>
    </message>
    <message>
        <source>Print the camera card</source>
        <translation>打印摄像机参数卡</translation>
    </message>
    <message>
        <source>Hide the pa&amp;ssword</source>
        <translation>隐藏密码(&amp;S)</translation>
    </message>
</context>
<context>
    <name>gb::ui::DeviceColumns</name>
    <message>
        <source>%1 ago</source>
        <extracomment>a span of time, such as &quot;12 s&quot;</extracomment>
        <translation>%1前</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Device ID</source>
        <translation>设备编码</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>User-Agent</source>
        <translation>厂商／User-Agent</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>Registered since</source>
        <translation>注册时间</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>剩余有效期</translation>
    </message>
    <message>
        <source>Last heartbeat</source>
        <translation>最近心跳</translation>
    </message>
    <message>
        <source>Median interval</source>
        <translation>心跳间隔（中位）</translation>
    </message>
    <message>
        <source>Missed</source>
        <extracomment>heartbeats that did not come</extracomment>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Last problem</source>
        <translation>最近问题</translation>
    </message>
    <message>
        <source>GB version</source>
        <translation>国标版本</translation>
    </message>
    <message>
        <source>Heartbeats</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>Last problem: %1 (%2)</source>
        <translation>最近问题：%1（%2）</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>of a device, by the user or by the list of expected devices</extracomment>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>gb::ui::DevicePanel</name>
    <message>
        <source>No device in this state: %1</source>
        <translation>没有处于该状态的设备：%1</translation>
    </message>
    <message>
        <source>No device in the state “%1” matches “%2”</source>
        <translation>状态为“%1”的设备中没有匹配“%2”的</translation>
    </message>
    <message>
        <source>No device matches “%1”</source>
        <translation>没有匹配“%1”的设备</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除过滤</translation>
    </message>
    <message>
        <source>Waiting for the first device – type this into the camera:</source>
        <translation>等待第一台设备 – 请在摄像机中填写：</translation>
    </message>
    <message>
        <source>Device filter</source>
        <translation>设备过滤</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>复制单元格</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Show only these in the message flow</source>
        <translation>信令流程中只看这些设备</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>As its vendor calls it…</source>
        <translation>按厂商页面查看…</translation>
    </message>
    <message>
        <source>Filter: ID, name, address, state, reason</source>
        <translation>过滤：编码、名称、地址、状态、原因</translation>
    </message>
    <message>
        <source>Words that must all occur in the ID, name, address, User-Agent, state or reason</source>
        <translation>编码、名称、地址、User-Agent、状态或原因中必须同时出现的词</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
</context>
<context>
    <name>gb::ui::DeviceView</name>
    <message>
        <source>Reset columns</source>
        <translation>恢复默认列</translation>
    </message>
</context>
<context>
    <name>gb::ui::EmptyState</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <extracomment>%1 is a label such as &quot;Password&quot;</extracomment>
        <translation>复制：%1</translation>
    </message>
</context>
<context>
    <name>gb::ui::ExpectedDialog</name>
    <message>
        <source>Expected devices</source>
        <translation>待接入设备</translation>
    </message>
    <message>
        <source>The devices that shall come to this site, a line each: the device ID, and its name and IP address where you have them. Paste them from a spreadsheet, or open a CSV file. Until a device comes, the table says so.</source>
        <translation>本现场应接入的设备，每行一台：设备编码，以及已知的名称和 IP 地址。可从电子表格粘贴，或打开 CSV 文件。设备接入之前，设备表中会注明尚未接入。</translation>
    </message>
    <message>
        <source>Lines that are wrong</source>
        <translation>有错误的行</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>E&amp;xpect them</source>
        <translation>列为待接入(&amp;X)</translation>
    </message>
    <message>
        <source>Open a list of devices</source>
        <translation>打开设备清单</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>清单 (*.csv *.txt *.tsv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Nobody is expected.</source>
        <translation>没有待接入设备。</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) expected</source>
        <translation>
            <numerusform>共 %n 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 are in</source>
        <translation>已接入 %1 / %2</translation>
    </message>
    <message>
        <source>mend or remove the lines below</source>
        <translation>请修正或删除下列各行</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>ID</source>
        <extracomment>titles of columns: device ID, name and IP address</extracomment>
        <translation>设备编码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
</context>
<context>
    <name>gb::ui::ExportDialog</name>
    <message>
        <source>&amp;All messages of the session</source>
        <translation>整个会话的全部消息(&amp;A)</translation>
    </message>
    <message>
        <source>Of the device %1</source>
        <translation>设备 %1 的消息</translation>
    </message>
    <message numerus="yes">
        <source>Of the %n selected device(s)</source>
        <translation>
            <numerusform>所选 %n 台设备的消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the selected dialog (one Call-ID)</source>
        <translation>所选对话（同一 Call-ID）的消息</translation>
    </message>
    <message>
        <source>&amp;Keep the digest&apos;s response and cnonce</source>
        <translation>保留摘要的 response 和 cnonce(&amp;K)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>pcapng – for Wireshark</source>
        <translation>pcapng – 用于 Wireshark</translation>
    </message>
    <message>
        <source>pcap – for older tools</source>
        <translation>pcap – 用于旧工具</translation>
    </message>
    <message>
        <source>Text – for a mail</source>
        <translation>文本 – 用于邮件</translation>
    </message>
    <message>
        <source>What:</source>
        <translation>内容：</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>With them, whoever gets the file can try passwords at leisure.</source>
        <translation>保留后，拿到文件的人可以离线反复试密码。</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>pcapng (*.pcapng)</source>
        <translation>pcapng (*.pcapng)</translation>
    </message>
    <message>
        <source>pcap (*.pcap)</source>
        <translation>pcap (*.pcap)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
</context>
<context>
    <name>gb::ui::ExportFlow</name>
    <message>
        <source>Nothing is recorded, so there is nothing to export.</source>
        <translation>没有记录，无可导出。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>The export failed: %1</source>
        <translation>导出失败：%1</translation>
    </message>
    <message>
        <source>%1 of %2 messages written to %3</source>
        <translation>已将 %2 条消息中的 %1 条写入 %3</translation>
    </message>
</context>
<context>
    <name>gb::ui::FileSession</name>
    <message>
        <source>%1 has no message of %2: whether their clocks agree is not known.</source>
        <translation>%1 与 %2 没有共同的报文，无法判断两者时钟是否一致。</translation>
    </message>
    <message>
        <source>The clock of %1 is %2 s ahead of that of %3, by %4 messages that are in both; its times were set back.</source>
        <translation>根据两者共有的 %4 条报文，%1 的时钟比 %3 快 %2 秒，其时间已相应调回。</translation>
    </message>
    <message>
        <source>The clock of %1 is %2 s behind that of %3, by %4 messages that are in both; its times were set forward.</source>
        <translation>根据两者共有的 %4 条报文，%1 的时钟比 %3 慢 %2 秒，其时间已相应调前。</translation>
    </message>
</context>
<context>
    <name>gb::ui::FindBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>#%1 is not in the list any more</source>
        <translation>#%1 已不在列表中</translation>
    </message>
    <message>
        <source>hidden by the filter</source>
        <translation>被过滤条件隐藏</translation>
    </message>
    <message>
        <source>no message contains it</source>
        <translation>没有包含该文本的消息</translation>
    </message>
    <message>
        <source>not all messages were searched</source>
        <translation>未查找全部消息</translation>
    </message>
    <message>
        <source>Find in the text of all messages</source>
        <translation>在全部消息的文本中查找</translation>
    </message>
    <message>
        <source>Find in messages</source>
        <translation>在消息中查找</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>上一条（Shift+F3）</translation>
    </message>
    <message>
        <source>Previous message that contains it</source>
        <translation>上一条包含该文本的消息</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>下一条（F3）</translation>
    </message>
    <message>
        <source>Next message that contains it</source>
        <translation>下一条包含该文本的消息</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>查找进度</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Clear the filters of the message flow</source>
        <translation>清除消息流的过滤条件</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>nothing is recorded</source>
        <translation>没有记录</translation>
    </message>
</context>
<context>
    <name>gb::ui::FleetStrip</name>
    <message>
        <source>Heartbeats of all devices</source>
        <translation>所有设备的心跳</translation>
    </message>
    <message>
        <source>%1 for %2, from %3</source>
        <translation>%1，持续 %2，自 %3</translation>
    </message>
    <message>
        <source>No device has sent a heartbeat yet.</source>
        <translation>还没有设备发送心跳。</translation>
    </message>
</context>
<context>
    <name>gb::ui::FlowPanel</name>
    <message>
        <source>one dialog</source>
        <translation>单个对话</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>Shown: %1. Click to show all.</source>
        <translation>当前显示：%1。点击显示全部。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No message yet. What a device sends is drawn here as it comes.</source>
        <translation>还没有消息。设备发来的信令会实时画在这里。</translation>
    </message>
    <message>
        <source>The filter hides all of the %1 messages. Clear it to see them.</source>
        <translation>过滤条件隐藏了全部 %1 条消息，清除后可见。</translation>
    </message>
    <message>
        <source>Filter: text, ID, Call-ID…</source>
        <translation>过滤：文本、编码、Call-ID…</translation>
    </message>
    <message>
        <source>Filter messages</source>
        <translation>过滤消息</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Keep the newest message in sight (End)</source>
        <translation>始终显示最新消息（End）</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>No repeats</source>
        <translation>隐藏重传</translation>
    </message>
    <message>
        <source>Fold long trains of heartbeats, and repeats, into one line each</source>
        <translation>将连续的心跳、重复的消息各折叠为一行</translation>
    </message>
    <message>
        <source>Hide every copy but the first one</source>
        <translation>隐藏首份以外的所有副本</translation>
    </message>
    <message>
        <source>SIP</source>
        <translation>SIP</translation>
    </message>
    <message>
        <source>retransmitted</source>
        <translation>重传</translation>
    </message>
    <message>
        <source>repeated otherwise</source>
        <translation>其他重复</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>格式错误</translation>
    </message>
    <message>
        <source>not SIP</source>
        <translation>非 SIP</translation>
    </message>
    <message>
        <source>NAT keepalives</source>
        <translation>NAT 保活</translation>
    </message>
</context>
<context>
    <name>gb::ui::HeartbeatCanvas</name>
    <message>
        <source>%1
%2 s after the sign of life before</source>
        <translation>%1
距上一次信号 %2 秒</translation>
    </message>
    <message>
        <source>%1
no heartbeat, though one was due</source>
        <translation>%1
应有心跳而未到</translation>
    </message>
    <message>
        <source>interval %1</source>
        <translation>间隔 %1</translation>
    </message>
    <message>
        <source>offline %1</source>
        <translation>离线 %1</translation>
    </message>
    <message>
        <source>0 s</source>
        <extracomment>seconds on the axis of a chart</extracomment>
        <translation>0 秒</translation>
    </message>
</context>
<context>
    <name>gb::ui::HeartbeatChart</name>
    <message>
        <source>Heartbeats of the chosen device</source>
        <translation>所选设备的心跳</translation>
    </message>
    <message>
        <source>Choose a device in the table to see its heartbeats.</source>
        <translation>在设备表中选择一台设备以查看其心跳。</translation>
    </message>
    <message>
        <source>%1 has sent no heartbeat yet. A camera sends the first one right after it has registered.</source>
        <translation>%1 还没有发送心跳。摄像机注册成功后会立即发送第一个心跳。</translation>
    </message>
</context>
<context>
    <name>gb::ui::HeartbeatPanel</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · every %2 s · %3 heartbeats · %4 missed</source>
        <extracomment>device ID, median interval in seconds, number of heartbeats, number of those that did not come</extracomment>
        <translation>%1 · 每 %2 秒 · 心跳 %3 次 · 丢失 %4 次</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>当前设备</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>全部设备</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>显示时段</translation>
    </message>
    <message>
        <source>Last 15 min</source>
        <translation>最近 15 分钟</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Last 6 h</source>
        <translation>最近 6 小时</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 · no heartbeat yet</source>
        <translation>%1 · 尚无心跳</translation>
    </message>
</context>
<context>
    <name>gb::ui::LadderView</name>
    <message>
        <source>Message flow</source>
        <translation>信令流程</translation>
    </message>
    <message>
        <source>&amp;Copy row</source>
        <translation>复制行(&amp;C)</translation>
    </message>
    <message>
        <source>Copy Call-&amp;ID</source>
        <translation>复制 Call-ID(&amp;I)</translation>
    </message>
    <message>
        <source>Show only this &amp;dialog</source>
        <translation>只看此对话(&amp;D)</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>&amp;Brackets: how long answers took (B)</source>
        <translation>时延括线：应答用时(&amp;B)</translation>
    </message>
</context>
<context>
    <name>gb::ui::ListenForm</name>
    <message>
        <source>Choose the network card that the cameras reach. They are told this address, port, server ID, domain and password.</source>
        <translation>选择摄像机能够到达的网卡。摄像机中要填写这里的地址、端口、服务器编码、域和密码。</translation>
    </message>
    <message>
        <source>&amp;Network card:</source>
        <translation>网卡(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>端口(&amp;P)：</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>开始监听</translation>
    </message>
    <message>
        <source>this computer only</source>
        <translation>仅本机</translation>
    </message>
    <message>
        <source>%1  –  not there now</source>
        <translation>%1  –  当前不存在</translation>
    </message>
    <message>
        <source>What this window does</source>
        <translation>本窗口的用途</translation>
    </message>
    <message>
        <source>Be the SIP &amp;server of the cameras</source>
        <translation>作为摄像机的 SIP 服务器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Receive HEP (Homer)</source>
        <translation>接收 HEP（Homer）(&amp;R)</translation>
    </message>
    <message>
        <source>Network card to watch</source>
        <translation>要监视的网卡</translation>
    </message>
    <message>
        <source>Address for HEP</source>
        <translation>HEP 地址</translation>
    </message>
    <message>
        <source>Port for HEP</source>
        <translation>HEP 端口</translation>
    </message>
    <message>
        <source>Command to type</source>
        <translation>要输入的命令</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Choose the network card that is connected to the mirror port of the switch. All SIP that passes is shown, recorded and judged; nothing is answered.</source>
        <translation>选择接在交换机镜像端口上的网卡。经过的所有 SIP 消息都会显示、记录并判定，但不作任何应答。</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>开始监视</translation>
    </message>
    <message>
        <source>Kamailio, OpenSIPS, heplify and Homer send copies of SIP messages as HEP version 3. What comes here is shown, recorded and judged; nothing is answered.</source>
        <translation>Kamailio、OpenSIPS、heplify 和 Homer 以 HEP 第 3 版发送 SIP 消息的副本。收到的内容会显示、记录并判定，但不作任何应答。</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>开始接收</translation>
    </message>
    <message>
        <source>every network card</source>
        <translation>所有网卡</translation>
    </message>
    <message>
        <source>down</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>There is no network card that can be watched.</source>
        <translation>没有可监视的网卡。</translation>
    </message>
    <message>
        <source>Watch a network card (&amp;mirror port)</source>
        <translation>监视网卡（镜像端口）(&amp;M)</translation>
    </message>
</context>
<context>
    <name>gb::ui::LiveSession</name>
    <message>
        <source>Port %1 of %2 is taken: another program listens there. Close it, or choose another port here and in the cameras.</source>
        <translation>%2 的端口 %1 已被占用：另一个程序正在监听。请关闭它，或在这里和摄像机中改用其他端口。</translation>
    </message>
    <message>
        <source>%1 is not an address of this computer. Is the cable in, and the network card set to it? Choose an address from the list.</source>
        <translation>%1 不是本机地址。网线是否插好、网卡是否已设为该地址？请从列表中选择。</translation>
    </message>
    <message>
        <source>The system does not allow port %1 (%2). Ports below 1024 need an administrator.</source>
        <translation>系统不允许使用端口 %1（%2）。1024 以下的端口需要管理员权限。</translation>
    </message>
    <message>
        <source>Cannot listen on %1:%2: %3</source>
        <translation>无法在 %1:%2 监听：%3</translation>
    </message>
    <message>
        <source>Nothing is recorded any more: %1 cannot be written.</source>
        <translation>记录已中断：无法写入 %1。</translation>
    </message>
    <message>
        <source>Port %1 of %2 is taken: another program listens there. Close it, or choose another port here and where HEP is sent.</source>
        <translation>%2 的端口 %1 已被其他程序占用。请关闭该程序，或在此处和 HEP 发送端改用其他端口。</translation>
    </message>
    <message>
        <source>%1 Type this in a terminal, then start gbscope again. Without it, receiving HEP or opening a capture of tcpdump works, too.</source>
        <translation>%1请在终端中输入以下命令，然后重新启动 gbscope。不授权也可以接收 HEP，或打开 tcpdump 的抓包文件。</translation>
    </message>
</context>
<context>
    <name>gb::ui::MainWindow</name>
    <message>
        <source>%1: %2. What stands before it is shown.</source>
        <translation>%1：%2。此前的内容已显示。</translation>
    </message>
    <message>
        <source>Reading was cancelled; what was read so far is shown.</source>
        <translation>读取已取消；已读取的内容已显示。</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>The last session was not closed properly (%1). Its messages up to half a second before the end are there.</source>
        <translation>上次会话未正常关闭（%1）。除最后半秒外，消息都已保存。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>不再询问</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>未监听</translation>
    </message>
    <message>
        <source>Choose the network card and press Listen. Then point the camera at this computer.</source>
        <translation>选择网卡并点击“开始监听”，然后让摄像机指向本机。</translation>
    </message>
    <message>
        <source>SIP server address</source>
        <translation>SIP 服务器地址</translation>
    </message>
    <message>
        <source>SIP server port</source>
        <translation>SIP 服务器端口</translation>
    </message>
    <message>
        <source>SIP server ID</source>
        <translation>SIP 服务器编码</translation>
    </message>
    <message>
        <source>SIP domain</source>
        <translation>SIP 域</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Heartbeats</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>No device</source>
        <translation>没有设备</translation>
    </message>
    <message>
        <source>No registration and no heartbeat is in this capture.</source>
        <translation>此抓包中没有注册和心跳。</translation>
    </message>
    <message>
        <source>%1 – gbscope</source>
        <translation>%1 – gbscope</translation>
    </message>
    <message>
        <source>Listening. Click to change where.</source>
        <translation>正在监听。点击可更改。</translation>
    </message>
    <message>
        <source>Click to choose where to listen.</source>
        <translation>点击选择监听位置。</translation>
    </message>
    <message>
        <source>Open a capture</source>
        <translation>打开抓包文件</translation>
    </message>
    <message>
        <source>Watching %1</source>
        <translation>正在监视 %1</translation>
    </message>
    <message>
        <source>No registration and no heartbeat has passed yet.</source>
        <translation>尚未看到注册或心跳经过。</translation>
    </message>
    <message>
        <source>Does the switch mirror the port of the cameras, or of their server, to this network card?</source>
        <translation>交换机是否已将摄像机或其服务器的端口镜像到此网卡？</translation>
    </message>
    <message>
        <source>Receiving HEP on %1</source>
        <translation>正在 %1 上接收 HEP</translation>
    </message>
    <message>
        <source>No registration and no heartbeat was told yet.</source>
        <translation>尚未收到有关注册或心跳的消息。</translation>
    </message>
    <message>
        <source>Point the HEP sender at this address and port.</source>
        <translation>请让 HEP 发送端指向该地址和端口。</translation>
    </message>
    <message>
        <source>This computer did not keep up with %1: packets were dropped. Messages may be missing that were really sent.</source>
        <translation>本机来不及处理 %1 上的数据包，部分已丢弃。实际发送过的消息可能缺失。</translation>
    </message>
    <message>
        <source>Choose in the form what this window does.</source>
        <translation>请在表单中选择本窗口的用途。</translation>
    </message>
    <message>
        <source>Captures (*.pcapng *.pcap *.cap *.gz);;All files (*)</source>
        <translation>抓包文件 (*.pcapng *.pcap *.cap *.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>gb::ui::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>gb::ui::MessageView</name>
    <message numerus="yes">
        <source>%1 · %2 → %3 · %4 · %n octet(s)</source>
        <translation>
            <numerusform>%1 · %2 → %3 · %4 · %n 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not SIP.</source>
        <translation>这不是 SIP 消息。</translation>
    </message>
    <message>
        <source>The text of this message is not in the record.</source>
        <translation>记录中没有此消息的原文。</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more octet(s)</source>
        <translation>
            <numerusform>… 另有 %n 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a message in the ladder</source>
        <translation>在时序图中选择一条消息</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>Line ends</source>
        <translation>行尾符</translation>
    </message>
    <message>
        <source>Show CR, LF and tabs</source>
        <translation>显示 CR、LF 和制表符</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>消息原文</translation>
    </message>
    <message>
        <source>Text or octets</source>
        <translation>原文、结构或字节</translation>
    </message>
    <message>
        <source>osip2 refuses this message, too</source>
        <translation>osip2 也拒绝此消息</translation>
    </message>
    <message>
        <source>Too odd to be taken apart; see the text</source>
        <translation>消息过于异常，无法分解；请看原文</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Headers in their parts</source>
        <translation>头字段分解</translation>
    </message>
    <message>
        <source>A copy of #%1: %2</source>
        <translation>#%1 的副本：%2</translation>
    </message>
</context>
<context>
    <name>gb::ui::PasswordsDialog</name>
    <message>
        <source>Known passwords</source>
        <translation>已知密码</translation>
    </message>
    <message>
        <source>Passwords that your devices may be using, one a line: this site&apos;s, an old one, the makers&apos; defaults. Where a device is refused, its digest is compared with them, also in other spellings, and the reason says which one it is.</source>
        <translation>设备可能使用的密码，每行一个：本站点的、旧的、厂家默认的。设备被拒绝时，将其摘要与这些密码（包括常见的写法差异）逐一比对，并在“原因”中指出是哪一个。</translation>
    </message>
    <message>
        <source>They are forgotten when gbscope ends, and never written to a file.</source>
        <translation>退出 gbscope 后即忘记，绝不写入文件。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>At most %1 passwords are compared.</source>
        <translation>最多比对 %1 个密码。</translation>
    </message>
    <message>
        <source>A password has at most %1 characters.</source>
        <translation>密码最长 %1 个字符。</translation>
    </message>
</context>
<context>
    <name>gb::ui::PolicyControls</name>
    <message>
        <source>= offline after %1</source>
        <translation>= %1后离线</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Heartbeat interval in seconds</source>
        <translation>心跳间隔（秒）</translation>
    </message>
    <message>
        <source>Heartbeat interval; must be the same in the device (GB/T 28181-2022 9.6)</source>
        <translation>心跳间隔；须与设备设置一致（GB/T 28181-2022 9.6）</translation>
    </message>
    <message>
        <source>Timeout count</source>
        <translation>心跳超时次数</translation>
    </message>
    <message>
        <source>Timeout count: as many missed heartbeats in a row make a device offline. A change judges every device at once.</source>
        <translation>心跳超时次数：连续丢失这么多次心跳即判为离线。修改后立即对所有设备重新判定。</translation>
    </message>
</context>
<context>
    <name>gb::ui::ServerForm</name>
    <message>
        <source>&amp;Network card:</source>
        <translation>网卡(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>端口(&amp;P)：</translation>
    </message>
    <message>
        <source>Server &amp;ID:</source>
        <translation>SIP 服务器编码(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Domain:</source>
        <translation>SIP 域(&amp;D)：</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>密码(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Heartbeat without registration:</source>
        <translation>未注册的心跳(&amp;H)：</translation>
    </message>
    <message>
        <source>Challenge:</source>
        <translation>质询：</translation>
    </message>
    <message>
        <source>SIP server ID, 20 digits; digits 11 to 13 are 200 for a platform (GB/T 28181 annex E)</source>
        <translation>SIP 服务器编码，20 位数字；平台的第 11–13 位为 200（GB/T 28181 附录 E）</translation>
    </message>
    <message>
        <source>SIP domain, usually the first 10 digits of the server ID</source>
        <translation>SIP 域，通常为服务器编码的前 10 位</translation>
    </message>
    <message>
        <source>empty: devices register without one</source>
        <translation>留空：设备无需密码即可注册</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>Keep it on this computer, in plain text</source>
        <translation>以明文保存在本机</translation>
    </message>
    <message>
        <source>refuse with 403: the device should register</source>
        <translation>以 403 拒绝：设备应先注册</translation>
    </message>
    <message>
        <source>refuse with 404</source>
        <translation>以 404 拒绝</translation>
    </message>
    <message>
        <source>accept with 200</source>
        <translation>以 200 接受</translation>
    </message>
    <message>
        <source>stay silent</source>
        <translation>不应答</translation>
    </message>
    <message>
        <source>Offer qop=&quot;auth&quot; (a few cameras cannot)</source>
        <translation>提供 qop=&quot;auth&quot;（少数摄像机不支持）</translation>
    </message>
    <message>
        <source>Network card</source>
        <translation>网卡</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Server ID</source>
        <translation>SIP 服务器编码</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>SIP 域</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Heartbeat without registration</source>
        <translation>未注册的心跳</translation>
    </message>
    <message>
        <source>The server ID has %1 digits; 20 are needed.</source>
        <translation>服务器编码为 %1 位，应为 20 位。</translation>
    </message>
    <message>
        <source>The domain takes letters, digits, dots and hyphens.</source>
        <translation>域只能包含字母、数字、点和连字符。</translation>
    </message>
    <message>
        <source>The password has characters that no camera can type.</source>
        <translation>密码含有摄像机无法输入的字符。</translation>
    </message>
</context>
<context>
    <name>gb::ui::StatusLine</name>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Show all messages</source>
        <translation>显示全部消息</translation>
    </message>
    <message>
        <source>Show only these messages</source>
        <translation>只显示这些消息</translation>
    </message>
    <message>
        <source>Everything else that was counted</source>
        <translation>其余各项计数</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>gb::ui::SummaryBar</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n 台设备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n device(s)</source>
        <translation>
            <numerusform>%n 台设备中的 %1 台</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>state and count: &quot;late: 3&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Show only devices in this state: %1</source>
        <translation>只看此状态的设备：%1</translation>
    </message>
    <message>
        <source>%1 of %2 are in</source>
        <extracomment>how many devices have come, of all that are known or expected; keep it short</extracomment>
        <translation>已接入 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n expected device(s) did not come yet</source>
        <translation>
            <numerusform>%n 台待接入设备尚未接入</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only devices that are offline, unregistered or lapsed, or have not come yet</source>
        <translation>只显示离线、已注销、注册过期或尚未接入的设备</translation>
    </message>
</context>
<context>
    <name>gb::ui::TimeAxis</name>
    <message>
        <source>%1 → %2 at %3</source>
        <extracomment>heartbeat interval × count before and after a change, and the time of it: &quot;60×3 → 30×2 at 10:41:03&quot;</extracomment>
        <translation>%1 → %2（%3）</translation>
    </message>
</context>
<context>
    <name>gb::ui::WindowActions</name>
    <message>
        <source>&amp;Capture</source>
        <translation>抓包(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Devices</source>
        <translation>设备(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Listen…</source>
        <translation>监听(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Stop listening</source>
        <translation>停止监听(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Open a capture…</source>
        <translation>打开抓包文件(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Find a device</source>
        <translation>查找设备(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>恢复默认布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About gbscope</source>
        <translation>关于 gbscope(&amp;A)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>消息(&amp;M)</translation>
    </message>
    <message>
        <source>Find in &amp;messages…</source>
        <translation>在消息中查找(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Next message found</source>
        <translation>下一条匹配消息(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous message found</source>
        <translation>上一条匹配消息(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Known passwords…</source>
        <translation>已知密码(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Camera card</source>
        <translation>摄像机参数卡(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Expected devices…</source>
        <translation>待接入设备(&amp;E)…</translation>
    </message>
    <message>
        <source>Clear &amp;all filters</source>
        <translation>清除所有过滤(&amp;A)</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>has sent a REGISTER</source>
        <translation>已发来 REGISTER</translation>
    </message>
    <message>
        <source>has not answered the 401 yet</source>
        <translation>尚未应答 401 质询</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>已注册</translation>
    </message>
    <message>
        <source>heartbeat</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>heartbeats only, no registration seen</source>
        <translation>只有心跳，未见注册</translation>
    </message>
    <message>
        <source>heartbeat overdue: nothing for %1 s, expected every %2 s</source>
        <translation>心跳延迟：已 %1 秒无心跳，应每 %2 秒一次</translation>
    </message>
    <message>
        <source>no heartbeat for %1 s (%2)</source>
        <translation>已 %1 秒无心跳（%2）</translation>
    </message>
    <message>
        <source>registered, but no heartbeat within %1 s (%2)</source>
        <translation>已注册，但 %1 秒内无心跳（%2）</translation>
    </message>
    <message>
        <source>unregistered itself</source>
        <translation>设备主动注销</translation>
    </message>
    <message>
        <source>not refreshed within its Expires of %1 s</source>
        <translation>未在 Expires %1 秒内刷新注册</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>wrong realm: the device used &quot;%1&quot;, challenged was &quot;%2&quot;</source>
        <translation>realm 错误：设备用的是“%1”，质询为“%2”</translation>
    </message>
    <message>
        <source>user name &quot;%1&quot; is not the device ID %2</source>
        <translation>认证用户名“%1”与设备编码 %2 不一致</translation>
    </message>
    <message>
        <source>the digest was made for &quot;%1&quot;, which is not this server</source>
        <translation>摘要的 uri 为“%1”，不是本平台</translation>
    </message>
    <message>
        <source>answered an old challenge; a new one was sent</source>
        <translation>应答了过期的质询，已重新质询</translation>
    </message>
    <message>
        <source>the Authorization header cannot be read</source>
        <translation>Authorization 头无法解析</translation>
    </message>
    <message>
        <source>offers &quot;%1&quot; instead of Digest</source>
        <translation>使用“%1”而不是 Digest 认证</translation>
    </message>
    <message>
        <source>registration refused: %1 %2</source>
        <translation>注册被拒绝：%1 %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a 20-digit device ID</source>
        <translation>“%1”不是 20 位设备编码</translation>
    </message>
    <message>
        <source>a heartbeat came from %1, the device is registered at %2: not counted</source>
        <translation>心跳来自 %1，而设备注册地址为 %2：不计入</translation>
    </message>
    <message>
        <source>now sends from %1, before from %2 (restart or NAT)</source>
        <translation>现从 %1 发送，之前为 %2（重启或 NAT）</translation>
    </message>
    <message>
        <source>%1 registered names send their heartbeats under this ID</source>
        <translation>%1 个已注册用户都用此编码发送心跳</translation>
    </message>
    <message>
        <source>beats without being registered; answered %1</source>
        <translation>未注册就发送心跳；已应答 %1</translation>
    </message>
    <message>
        <source>the XML of a message breaks at character %1</source>
        <translation>消息的 XML 在第 %1 个字符处出错</translation>
    </message>
    <message>
        <source>a body says it is %1 but is %2</source>
        <translation>消息体声明为 %1，实际是 %2</translation>
    </message>
    <message>
        <source>malformed message: %1</source>
        <translation>消息格式错误：%1</translation>
    </message>
    <message>
        <source>a retransmission carries another body than the first copy</source>
        <translation>重传消息的消息体与首份不同</translation>
    </message>
    <message>
        <source>too many devices: %1 at most are kept</source>
        <translation>设备过多：最多保留 %1 台</translation>
    </message>
    <message>
        <source>the CSeq went back within one Call-ID</source>
        <translation>同一 Call-ID 内 CSeq 变小</translation>
    </message>
    <message>
        <source>the device reports Status %1</source>
        <translation>设备上报状态 %1</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>未出现</translation>
    </message>
    <message>
        <source>registering</source>
        <translation>注册中</translation>
    </message>
    <message>
        <source>authentication failed</source>
        <translation>鉴权失败</translation>
    </message>
    <message>
        <source>online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>late</source>
        <translation>心跳延迟</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>unregistered</source>
        <translation>已注销</translation>
    </message>
    <message>
        <source>registration lapsed</source>
        <translation>注册过期</translation>
    </message>
    <message>
        <source>start line is not &quot;METHOD URI SIP/2.0&quot;</source>
        <translation>起始行不是“方法 URI SIP/2.0”</translation>
    </message>
    <message>
        <source>version is not SIP/2.0</source>
        <translation>版本不是 SIP/2.0</translation>
    </message>
    <message>
        <source>status is not 100 to 699</source>
        <translation>状态码不在 100–699 之间</translation>
    </message>
    <message>
        <source>lines end in LF, not CR LF</source>
        <translation>行尾是 LF 而不是 CR LF</translation>
    </message>
    <message>
        <source>no empty line ends the headers</source>
        <translation>头部没有以空行结束</translation>
    </message>
    <message>
        <source>longer or more complicated than any real message</source>
        <translation>过长或过于复杂，超出任何真实消息</translation>
    </message>
    <message>
        <source>NUL octet in the headers</source>
        <translation>头部含有 NUL 字节</translation>
    </message>
    <message>
        <source>a header line cannot be read</source>
        <translation>有头字段无法解析</translation>
    </message>
    <message>
        <source>a header stands twice that may stand once</source>
        <translation>只能出现一次的头字段重复出现</translation>
    </message>
    <message>
        <source>no usable Via</source>
        <translation>没有可用的 Via</translation>
    </message>
    <message>
        <source>no usable From</source>
        <translation>没有可用的 From</translation>
    </message>
    <message>
        <source>no usable To</source>
        <translation>没有可用的 To</translation>
    </message>
    <message>
        <source>no Call-ID</source>
        <translation>没有 Call-ID</translation>
    </message>
    <message>
        <source>CSeq is missing or wrong</source>
        <translation>CSeq 缺失或错误</translation>
    </message>
    <message>
        <source>Contact cannot be read</source>
        <translation>Contact 无法解析</translation>
    </message>
    <message>
        <source>Expires is no number of seconds</source>
        <translation>Expires 不是秒数</translation>
    </message>
    <message>
        <source>Content-Length is no number</source>
        <translation>Content-Length 不是数字</translation>
    </message>
    <message>
        <source>body shorter than Content-Length</source>
        <translation>消息体比 Content-Length 短</translation>
    </message>
    <message>
        <source>octets behind the body</source>
        <translation>消息体之后有多余字节</translation>
    </message>
    <message>
        <source>body without Content-Type</source>
        <translation>有消息体但没有 Content-Type</translation>
    </message>
    <message>
        <source>Video server</source>
        <translation>视频服务器</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>Alarm controller</source>
        <translation>报警控制器</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>IP camera</source>
        <translation>网络摄像机</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>显示器</translation>
    </message>
    <message>
        <source>Alarm input</source>
        <translation>报警输入</translation>
    </message>
    <message>
        <source>Alarm output</source>
        <translation>报警输出</translation>
    </message>
    <message>
        <source>Voice input</source>
        <translation>语音输入</translation>
    </message>
    <message>
        <source>Voice output</source>
        <translation>语音输出</translation>
    </message>
    <message>
        <source>Mobile device</source>
        <translation>移动设备</translation>
    </message>
    <message>
        <source>Other device</source>
        <translation>其他设备</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Business group</source>
        <translation>业务分组</translation>
    </message>
    <message>
        <source>Virtual organisation</source>
        <translation>虚拟组织</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source> · every %1 s</source>
        <translation> · 每 %1 秒</translation>
    </message>
    <message>
        <source>registered %1 ago, no heartbeat yet</source>
        <translation>%1前注册，尚无心跳</translation>
    </message>
    <message>
        <source>heartbeat %1 ago</source>
        <translation>%1前有心跳</translation>
    </message>
    <message>
        <source>silent for %1</source>
        <translation>已静默 %1</translation>
    </message>
    <message>
        <source>no heartbeat, registered %1 ago</source>
        <translation>无心跳，%1前注册</translation>
    </message>
    <message>
        <source>repeats %1 over TCP, where SIP must not: the device&apos;s fault (TCP itself makes up for losses)</source>
        <translation>在 TCP 上重发 %1：SIP 不允许，属设备故障（丢包由 TCP 自行补发）</translation>
    </message>
    <message>
        <source>sent again because what it answers came again</source>
        <translation>因所应答的消息重复到达而再次发送</translation>
    </message>
    <message>
        <source>TCP sent these octets again; SIP knows nothing of it</source>
        <translation>TCP 层重传的相同字节，与 SIP 无关</translation>
    </message>
    <message>
        <source>the same datagram within 5 ms: captured at two interfaces, or doubled by the network</source>
        <translation>5 ms 内的相同数据报：在两个接口上抓到，或被网络复制</translation>
    </message>
    <message>
        <source>the same message, a hop further</source>
        <translation>同一消息的下一跳副本</translation>
    </message>
    <message>
        <source>repeated over TCP, where SIP must not: a fault of its sender</source>
        <translation>在 TCP 上重发，SIP 不允许：属发送方故障</translation>
    </message>
    <message>
        <source>came after %1 s, when no copy is due</source>
        <translation>在 %1 秒到达，标准此时不应有副本</translation>
    </message>
    <message>
        <source>timer %3: due after %1 s, came after %2 s</source>
        <translation>定时器 %3：应在 %1 秒，实际在 %2 秒</translation>
    </message>
    <message>
        <source>%1 – off the schedule</source>
        <translation>%1 – 不符合重传时刻表</translation>
    </message>
    <message>
        <source>no ACK · timer %1, %2</source>
        <translation>无 ACK · 定时器 %1，%2</translation>
    </message>
    <message>
        <source>no answer · timer %1, %2</source>
        <translation>无应答 · 定时器 %1，%2</translation>
    </message>
    <message>
        <source>no ACK yet · timer %1 in %2</source>
        <translation>尚无 ACK · 定时器 %1 将在 %2后到期</translation>
    </message>
    <message>
        <source>no answer yet · timer %1 in %2</source>
        <translation>尚无应答 · 定时器 %1 将在 %2后到期</translation>
    </message>
    <message>
        <source>repeated until its ACK (RFC 3261 13.3.1.4): due after %1 s, came after %2 s</source>
        <translation>重发直到收到 ACK（RFC 3261 13.3.1.4）：应在 %1 秒，实际在 %2 秒</translation>
    </message>
    <message>
        <source>no ACK until the capture ends (timer %1)</source>
        <translation>到抓包结束仍无 ACK（定时器 %1）</translation>
    </message>
    <message>
        <source>no answer until the capture ends (timer %1)</source>
        <translation>到抓包结束仍无应答（定时器 %1）</translation>
    </message>
    <message>
        <source>now sends over %1, before over %2, without registering anew</source>
        <translation>现通过 %1 发送，之前为 %2，且未重新注册</translation>
    </message>
    <message>
        <source>There is no network card &quot;%1&quot; on this computer.</source>
        <translation>本机没有网卡“%1”。</translation>
    </message>
    <message>
        <source>The network card %1 is down. Is the cable in? Switch the card on, then try again.</source>
        <translation>网卡 %1 未启用。网线是否插好？请启用网卡后重试。</translation>
    </message>
    <message>
        <source>Capturing on %1 needs Npcap, and the right to use it: install it from npcap.com, or run this program as administrator.</source>
        <translation>在 %1 上抓包需要 Npcap 及其使用权限：请从 npcap.com 安装，或以管理员身份运行本程序。</translation>
    </message>
    <message>
        <source>Capturing on %1 needs the right to read /dev/bpf*, which this user does not have. Wireshark&apos;s ChmodBPF gives it.</source>
        <translation>在 %1 上抓包需要读取 /dev/bpf* 的权限，当前用户没有该权限。可用 Wireshark 的 ChmodBPF 授予。</translation>
    </message>
    <message>
        <source>Capturing on %1 needs the capability CAP_NET_RAW, which this program does not have.</source>
        <translation>在 %1 上抓包需要 CAP_NET_RAW 权能，本程序没有该权能。</translation>
    </message>
    <message>
        <source>Cannot capture on %1: %2</source>
        <translation>无法在 %1 上抓包：%2</translation>
    </message>
    <message>
        <source>no Content-Length, which TCP needs</source>
        <translation>缺少 TCP 必需的 Content-Length</translation>
    </message>
    <message>
        <source>wrong password: the device uses %1</source>
        <translation>密码错误：设备使用的是%1</translation>
    </message>
    <message>
        <source>wrong password: the device uses %1, without the blanks at its ends</source>
        <translation>密码错误：设备使用的是%1，但去掉了首尾空格</translation>
    </message>
    <message>
        <source>wrong password: the device uses %1, with a blank behind it</source>
        <translation>密码错误：设备使用的是%1，但末尾多了一个空格</translation>
    </message>
    <message>
        <source>wrong password: the device uses %1, in lower case</source>
        <translation>密码错误：设备使用的是%1，但为小写</translation>
    </message>
    <message>
        <source>wrong password: the device uses %1, in upper case</source>
        <translation>密码错误：设备使用的是%1，但为大写</translation>
    </message>
    <message>
        <source>wrong password: the device uses %1, its first letter in the other case</source>
        <translation>密码错误：设备使用的是%1，但首字母大小写不同</translation>
    </message>
    <message>
        <source>wrong password: the device uses %1, typed in full-width characters</source>
        <translation>密码错误：设备使用的是%1，但以全角字符输入</translation>
    </message>
    <message>
        <source>the device uses %1, but its digest is made with the user name &quot;%2&quot;</source>
        <translation>设备使用的是%1，但计算摘要时用户名为“%2”</translation>
    </message>
    <message>
        <source>the device uses %1, but its digest is made by another formula than its header says (qop)</source>
        <translation>设备使用的是%1，但摘要算法与其报头所述不符（qop）</translation>
    </message>
    <message>
        <source>wrong password, and none of the %1 that are known</source>
        <translation>密码错误，且不是已知的 %1 个密码中的任何一个</translation>
    </message>
    <message>
        <source>the server&apos;s own password</source>
        <translation>本平台设置的密码</translation>
    </message>
    <message>
        <source>password %1 of the list</source>
        <translation>列表中的第 %1 个密码</translation>
    </message>
    <message>
        <source>no device ID of 20 digits in &quot;%1&quot;</source>
        <translation>“%1”中没有 20 位设备编码</translation>
    </message>
    <message>
        <source>%1 has %2 digits; a device ID has 20</source>
        <translation>%1 有 %2 位数字；设备编码为 20 位</translation>
    </message>
    <message>
        <source>%1 has other characters than digits; a device ID has 20 digits</source>
        <translation>%1 含有数字以外的字符；设备编码为 20 位数字</translation>
    </message>
    <message>
        <source>%1 is what a spreadsheet makes of an ID that it takes for a number: format the column as text, and enter the IDs anew</source>
        <translation>%1 是电子表格把编码当作数值的结果：请将该列设为文本格式，并重新填写编码</translation>
    </message>
    <message>
        <source>%1 ends in 000000: a spreadsheet has rounded it, it keeps 15 digits. Format the column as text, and enter the IDs anew</source>
        <translation>%1 以 000000 结尾：已被电子表格舍入（只保留 15 位）。请将该列设为文本格式，并重新填写编码</translation>
    </message>
    <message>
        <source>%1 is in line %2 already</source>
        <translation>%1 已在第 %2 行出现</translation>
    </message>
    <message>
        <source>longer than %1 characters</source>
        <translation>超过 %1 个字符</translation>
    </message>
    <message>
        <source>more than %1 devices: this line and those behind it are not read</source>
        <translation>超过 %1 台设备：本行及其后各行不再读取</translation>
    </message>
    <message>
        <source>larger than %1 MiB: this is no list of devices</source>
        <translation>超过 %1 MiB：不是设备清单</translation>
    </message>
    <message>
        <source>switch it on</source>
        <translation>请启用</translation>
    </message>
    <message>
        <source>or 2022, but some cameras then register and never send a heartbeat</source>
        <translation>也可选 2022，但部分摄像机此时注册后不发送心跳</translation>
    </message>
    <message>
        <source>the camera&apos;s own port: leave it as it is</source>
        <translation>摄像机自身的端口：保持不变</translation>
    </message>
    <message>
        <source>or TCP: this console listens to both</source>
        <translation>也可选 TCP：本机同时监听两者</translation>
    </message>
    <message>
        <source>not TCP: this console listens to UDP only</source>
        <translation>不能选 TCP：本机只监听 UDP</translation>
    </message>
    <message>
        <source>not UDP: this console listens to TCP only</source>
        <translation>不能选 UDP：本机只监听 TCP</translation>
    </message>
    <message>
        <source>usually the first ten digits of the server ID; here it differs</source>
        <translation>通常为 SIP 服务器编码的前十位；此处不同</translation>
    </message>
    <message>
        <source>a camera cannot reach this address: choose the network card that it is connected to</source>
        <translation>摄像机无法访问此地址：请选择与摄像机相连的网卡</translation>
    </message>
    <message>
        <source>the device ID once more</source>
        <translation>再次填写设备编码</translation>
    </message>
    <message>
        <source>leave it empty: devices register here without one</source>
        <translation>留空：设备在此无需密码即可注册</translation>
    </message>
    <message>
        <source>not known to this console</source>
        <translation>本机不知道该密码</translation>
    </message>
    <message>
        <source>type it anew with every change, and tick Authentication first where there is such a box</source>
        <translation>每次修改后需重新输入；如有“鉴权”选项，请先勾选</translation>
    </message>
    <message>
        <source>after a change the camera may restart, and go back to its defaults</source>
        <translation>修改后摄像机可能重启并恢复默认值</translation>
    </message>
    <message>
        <source>as it is set here: both ends must agree</source>
        <translation>与本机设置一致：两端必须相同</translation>
    </message>
    <message>
        <source>shorter than the heartbeats may be silent: the registration lapses first</source>
        <translation>短于心跳允许的静默时间：注册会先过期</translation>
    </message>
    <message>
        <source>the standard wants 3600 s or more</source>
        <translation>标准要求不小于 3600 秒</translation>
    </message>
    <message>
        <source>of its own for each channel</source>
        <translation>每个通道各不相同</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>does not have 20 digits</source>
        <translation>不是 20 位</translation>
    </message>
    <message>
        <source>has other characters than digits</source>
        <translation>含有数字以外的字符</translation>
    </message>
    <message>
        <source>was taken for a number by a spreadsheet</source>
        <translation>已被电子表格当作数值</translation>
    </message>
    <message>
        <source>is the server&apos;s own</source>
        <translation>与 SIP 服务器编码相同</translation>
    </message>
    <message>
        <source>is in use by a device that is here</source>
        <translation>已被在用的设备占用</translation>
    </message>
    <message>
        <source>was given to another camera just now</source>
        <translation>刚刚已分配给另一台设备</translation>
    </message>
    <message>
        <source>is no device&apos;s by its digits 11 to 13: 132 is a network camera, 118 a recorder</source>
        <translation>第 11 至 13 位不是设备类型：132 为网络摄像机，118 为录像机</translation>
    </message>
    <message>
        <source>is no channel&apos;s by its digits 11 to 13: 131 and 132 are cameras</source>
        <translation>第 11 至 13 位不是通道类型：131 和 132 为摄像机</translation>
    </message>
    <message>
        <source>begins with other eight digits than the server ID: another centre</source>
        <translation>前八位与 SIP 服务器编码不同：属于另一中心</translation>
    </message>
    <message>
        <source>is unusual by its digits 11 to 13</source>
        <translation>第 11 至 13 位的类型不常见</translation>
    </message>
    <message>
        <source>is the device&apos;s own: only some cameras of one channel have it so</source>
        <translation>与设备编码相同：仅部分单通道摄像机如此</translation>
    </message>
    <message>
        <source>is on the list of expected devices</source>
        <translation>在待接入设备清单中</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>has not come yet</source>
        <translation>尚未接入</translation>
    </message>
    <message>
        <source> · waited for %1</source>
        <translation> · 已等待 %1</translation>
    </message>
    <message>
        <source> · expected at %1</source>
        <extracomment>the address that somebody wrote beside an expected device</extracomment>
        <translation> · 预期地址 %1</translation>
    </message>
</context>
</TS>
